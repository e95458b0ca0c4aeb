'use strict';

// Adding a passkey and signing in with one. Where the browser offers none, nothing is shown.
(() => {
  const encoded = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
  const decoded = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));

  const post = (address, body) => {
    const token = document.querySelector('meta[name="csrf"]');
    return fetch(address, {
      method: 'POST',
      headers: {[token.dataset.header]: token.content},
      body,
    });
  };

  const withBytes = (credentials) =>
    (credentials || []).map((one) => ({...one, id: decoded(one.id)}));

  const common = (credential) => ({
    id: credential.id,
    rawId: encoded(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });

  const signIn = async () => {
    const asked = await post('/login/passkey/options');
    if (!asked.ok) {
      location.assign('/login?passkey');
      return;
    }
    const options = await asked.json();
    let credential;
    try {
      credential = await navigator.credentials.get({
        publicKey: {
          ...options,
          challenge: decoded(options.challenge),
          allowCredentials: withBytes(options.allowCredentials),
        },
      });
    } catch (cancelled) {
      document.getElementById('passkey-none').hidden = false;
      return;
    }
    const response = credential.response;
    const answer = await post('/login/passkey', JSON.stringify({
      ...common(credential),
      response: {
        authenticatorData: encoded(response.authenticatorData),
        clientDataJSON: encoded(response.clientDataJSON),
        signature: encoded(response.signature),
        userHandle: response.userHandle ? encoded(response.userHandle) : undefined,
      },
    }));
    if (answer.ok) {
      location.assign((await answer.json()).redirectUrl);
    } else {
      location.assign(answer.status === 429 ? '/login?wait' : '/login?passkey');
    }
  };

  const show = (form, problem) => {
    form.querySelectorAll('[data-problem]').forEach((one) => {
      one.hidden = one.dataset.problem !== problem;
    });
  };

  const add = async (form) => {
    show(form, null);
    const password = form.querySelector('#password');
    const asked = await post('/account/passkeys/options', new URLSearchParams({
      label: form.elements.label.value,
      password: password ? password.value : '',
    }));
    if (asked.status === 422) {
      show(form, await asked.text());
      return;
    }
    if (!asked.ok) {
      location.reload();
      return;
    }
    const options = await asked.json();
    let credential;
    try {
      credential = await navigator.credentials.create({
        publicKey: {
          ...options,
          challenge: decoded(options.challenge),
          user: {...options.user, id: decoded(options.user.id)},
          excludeCredentials: withBytes(options.excludeCredentials),
        },
      });
    } catch (refused) {
      show(form, 'device');
      return;
    }
    const response = credential.response;
    form.elements.credential.value = JSON.stringify({
      ...common(credential),
      response: {
        attestationObject: encoded(response.attestationObject),
        clientDataJSON: encoded(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : [],
      },
    });
    form.submit();
  };

  if (!window.PublicKeyCredential) {
    return;
  }
  const offered = document.getElementById('passkey-sign-in');
  if (offered) {
    offered.hidden = false;
    document.getElementById('sign-in-with-passkey').addEventListener('click', signIn);
  }
  const form = document.getElementById('add-passkey');
  if (form) {
    form.hidden = false;
    document.getElementById('passkey-unavailable').hidden = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      add(form);
    });
  }
})();
