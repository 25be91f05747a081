package org.tasuki.people.factors;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.tasuki.people.SignInAct;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn). Each is unlocked on its owner's device, by a finger or a PIN: that is demanded, so a passkey is two
 * factors in one. What a browser is asked and what it answers is JSON.
 */
@Component
@Transactional
public class Passkeys {

    private static final String NAME = "Tasuki";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PasskeyOwners owners;
    private final PasskeyStore store;
    private final Environment settings;
    private final ApplicationEventPublisher trail;
    private @Nullable Webauthn4JRelyingPartyOperations office;

    Passkeys(PasskeyOwners owners, PasskeyStore store, Environment settings, ApplicationEventPublisher trail) {
        this.owners = owners;
        this.store = store;
        this.settings = settings;
        this.trail = trail;
    }

    /** Whether a browser that shows this host may use passkeys: only on the domain that they belong to. */
    public boolean areFor(String host) {
        String domain = domain();
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    /** What an authenticator is asked to make a new passkey. */
    public PublicKeyCredentialCreationOptions offer(Authentication person) {
        return office().createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(person));
    }

    /** Answers false for what does not answer the offer. */
    public boolean add(PublicKeyCredentialCreationOptions offer, String answer, String label) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.readValue(answer, new TypeReference<>() {});
            office().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    offer, new RelyingPartyPublicKey(made, label)));
        } catch (RuntimeException refused) {
            return refuse(refused);
        }
        trail.publishEvent(SignInAct.FACTOR_ADDED.with(Map.of("factor", "passkey")));
        return true;
    }

    /** What any passkey of ours is asked to sign somebody in. */
    public PublicKeyCredentialRequestOptions challenge() {
        return office().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** What somebody's own passkeys are asked to confirm that it is still them. */
    public PublicKeyCredentialRequestOptions challenge(Authentication owner) {
        return office().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(owner));
    }

    /** Whose passkey it is, if it is one that the actor may see and answers the challenge: while nobody has signed in, any of ours. */
    public Optional<String> owner(PublicKeyCredentialRequestOptions challenge, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> signed =
                    json.readValue(answer, new TypeReference<>() {});
            return Optional.of(office().authenticate(new RelyingPartyAuthenticationRequest(challenge, signed))
                    .getName());
        } catch (RuntimeException refused) {
            refuse(refused);
            return Optional.empty();
        }
    }

    public String text(Object options) {
        return json.writeValueAsString(options);
    }

    /** A database that is away is no refusal. */
    private static boolean refuse(RuntimeException refused) {
        if (refused instanceof DataAccessException) {
            throw refused;
        }
        return false;
    }

    /** Made when first needed: the demo office knows its own address only once it is open. */
    private synchronized Webauthn4JRelyingPartyOperations office() {
        if (office == null) {
            PublicKeyCredentialRpEntity us = PublicKeyCredentialRpEntity.builder()
                    .id(domain())
                    .name(NAME)
                    .build();
            Set<String> origins = StringUtils.commaDelimitedListToSet(
                    settings.getProperty("tasuki.sign-in.passkeys.origins", "").replace(" ", ""));
            office = new Webauthn4JRelyingPartyOperations(owners, store, us, origins);
            office.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            office.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        }
        return office;
    }

    private String domain() {
        return settings.getProperty("tasuki.sign-in.passkeys.domain", "");
    }
}
