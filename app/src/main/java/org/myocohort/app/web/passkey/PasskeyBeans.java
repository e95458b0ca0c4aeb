package org.myocohort.app.web.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.WebSettings;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// What passkeys are made for: this registry at its one address.
@Configuration(proxyBeanMethods = false)
class PasskeyBeans {
  /// Made at its first use: by then the port is known.
  @Bean
  @Lazy
  WebAuthnRelyingPartyOperations relyingParty(
      WebSettings settings, Accounts accounts, Passkeys passkeys, Environment environment) {
    URI address =
        settings.publicAddress() == null
            ? local(settings, environment)
            : Objects.requireNonNull(settings.publicAddress());
    Webauthn4JRelyingPartyOperations party =
        new Webauthn4JRelyingPartyOperations(
            new AccountEntities(accounts),
            new PasskeyRecords(passkeys),
            PublicKeyCredentialRpEntity.builder().id(host(address)).name("Myocohort").build(),
            Set.of(origin(address)));
    // A passkey stands for login and password: the device must know its person, and the account.
    party.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    party.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return party;
  }

  private static URI local(WebSettings settings, Environment environment) {
    boolean everywhere = settings.host().equals("127.0.0.1") || settings.host().equals("0.0.0.0");
    String host = everywhere ? "localhost" : settings.host();
    return URI.create("http://" + host + ":" + environment.getProperty("local.server.port"));
  }

  private static String host(URI address) {
    return Objects.requireNonNull(address.getHost()).toLowerCase(Locale.ROOT);
  }

  /// As a browser writes it: without path, and without the port that goes without saying.
  static String origin(URI address) {
    String scheme = Objects.requireNonNull(address.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = address.getPort();
    @Nullable String written = port == -1 || port == usual ? null : ":" + port;
    return scheme + "://" + host(address) + Objects.requireNonNullElse(written, "");
  }
}
