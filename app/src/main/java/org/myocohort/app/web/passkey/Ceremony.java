package org.myocohort.app.web.passkey;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What goes between browser and registry, and what the session keeps in between.
final class Ceremony {
  static final HttpSessionPublicKeyCredentialRequestOptionsRepository CHALLENGES =
      new HttpSessionPublicKeyCredentialRequestOptionsRepository();
  static final HttpSessionPublicKeyCredentialCreationOptionsRepository OFFERS =
      new HttpSessionPublicKeyCredentialCreationOptionsRepository();

  /// More than any device sends.
  private static final int LONGEST = 65_536;

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private Ceremony() {}

  static String json(Object options) {
    return JSON.writeValueAsString(options);
  }

  /// A device's answer to a challenge; empty where it cannot be read.
  static Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> assertion(InputStream in)
      throws IOException {
    byte[] bytes = in.readNBytes(LONGEST);
    try {
      return Optional.ofNullable(JSON.readValue(bytes, new TypeReference<>() {}));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// What a device made; empty where it cannot be read.
  static Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> attestation(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(text, new TypeReference<>() {}));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
