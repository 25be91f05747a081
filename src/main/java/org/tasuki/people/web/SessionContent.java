package org.tasuki.people.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session is in the database: who has signed in, as JSON without the password's hash ({@link KeptPerson}); and as
 * serialized objects the CSRF token, the page to return to, what was asked of the identity provider, the one sentence for the
 * next page, since when, the kind of browser, and while somebody is asked for a passkey, the question. No case, no form and no
 * draft. What a later version cannot read is as if it had not been there: at worst somebody signs in again.
 */
final class SessionContent {

    private static final Logger LOG = LoggerFactory.getLogger(SessionContent.class);

    /** Nothing else comes to life out of the database. */
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxbytes=200000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;org.springframework.util.*;"
                    + "org.springframework.security.web.**;org.springframework.web.servlet.FlashMap;"
                    + "org.tasuki.web.Notice;org.tasuki.web.Notice$Tone;"
                    // A sign-in that has gone out to the identity provider.
                    + "org.springframework.security.oauth2.core.AuthorizationGrantType;"
                    + "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;"
                    + "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType;!*");

    private static final byte JSON = '{';

    private final JsonMapper json;

    SessionContent(JsonMapper json) {
        this.json = json;
    }

    @SuppressWarnings("NullAway") // a converter may answer null, which its type says in a way that is not read here
    ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, this::write);
        conversion.addConverter(byte[].class, Object.class, this::read);
        return conversion;
    }

    private byte[] write(Object value) {
        if (value instanceof SecurityContext context && context.getAuthentication() != null) {
            return json.writeValueAsBytes(KeptPerson.of(context.getAuthentication()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException failed) {
            throw new IllegalStateException("a session cannot keep a " + value.getClass(), failed);
        }
        return bytes.toByteArray();
    }

    private @Nullable Object read(byte[] bytes) {
        try {
            return bytes.length > 0 && bytes[0] == JSON
                    ? new SecurityContextImpl(
                            json.readValue(bytes, KeptPerson.class).authentication())
                    : object(bytes);
        } catch (IOException | ClassNotFoundException | JacksonException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "A session holds something that this version cannot read: {}",
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }

    private static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        }
    }
}
