// Passkeys: the question stands in the form as JSON, the answer goes with it. Without scripts there is the password.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const withBytes = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const common = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
});

const ask = {
  async create(options) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return common(made, {
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    });
  },
  async get(options) {
    const signed = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) },
    });
    return common(signed, {
      authenticatorData: text(signed.response.authenticatorData),
      signature: text(signed.response.signature),
      userHandle: signed.response.userHandle ? text(signed.response.userHandle) : undefined,
    });
  },
};

export function passkeys() {
  if (!window.PublicKeyCredential) return;
  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const problem = document.querySelector('[data-passkey-problem]');
      if (problem) problem.hidden = true;
      try {
        const answer = await ask[form.dataset.passkey](JSON.parse(form.dataset.options));
        form.querySelector('[data-answer]').value = JSON.stringify(answer);
        form.submit();
      } catch {
        if (problem) problem.hidden = false;
      }
    });
  });
}
