package org.myocohort.app.web.oidc;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.OidcSettings;
import org.myocohort.app.web.WebSettings;
import org.myocohort.app.web.login.ProviderProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// The provider. Where its parts are it says itself, when somebody first wants to sign in by it:
/// the registry starts, and takes passwords, without it.
@Component
@Conditional(Configured.class)
final class Provider {
  /// Where it sends people back to.
  static final String BACK = "/login/oidc/code";

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

  /// A person waits for each of its answers.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WebSettings settings;
  private final OidcSettings oidc;
  private final Environment environment;
  private final JdkClientHttpRequestFactory requests;
  private final AtomicLong failures = new AtomicLong();
  private @Nullable CodeExchange found;

  Provider(WebSettings settings, Environment environment) {
    this.settings = settings;
    this.oidc = Objects.requireNonNull(settings.oidc());
    this.environment = environment;
    this.requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
  }

  /// Asks it where its parts are, unless it has said so before. Whoever waits meanwhile shares the
  /// answer, so that a provider that is silent holds nobody twice.
  ///
  /// @throws NotSignedIn if it does not answer, or says what cannot be
  CodeExchange exchange() {
    long before = failures.get();
    synchronized (this) {
      if (found == null) {
        if (failures.get() != before) {
          throw new NotSignedIn(ProviderProblem.DOWN);
        }
        try {
          found = new CodeExchange(registration(), requests);
        } catch (RuntimeException unusable) {
          // Of many kinds: no connection, no JSON, a part that lacks.
          failures.incrementAndGet();
          LOG.warn("the provider {} cannot be asked: {}", oidc.issuer(), reason(unusable));
          throw new NotSignedIn(ProviderProblem.DOWN);
        }
      }
      return found;
    }
  }

  private static String reason(Throwable failure) {
    return CodeExchange.oneLine(failure.getClass().getSimpleName() + " " + failure.getMessage());
  }

  private ClientRegistration registration() {
    String address = oidc.issuer().toString();
    String folder = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    Map<String, Object> said =
        RestClient.builder()
            .requestFactory(requests)
            .build()
            .get()
            .uri(URI.create(folder + "/.well-known/openid-configuration"))
            .retrieve()
            .body(new ParameterizedTypeReference<Map<String, Object>>() {});
    ClientRegistration registration =
        ClientRegistrations.fromOidcConfiguration(
                Objects.requireNonNullElse(said, Collections.emptyMap()))
            .registrationId("oidc")
            .clientId(oidc.client())
            .clientSecret(oidc.secret())
            // No more about a person than the login needs.
            .scope("openid", oidc.claim().equals(OidcSettings.EMAIL) ? "email" : "profile")
            .redirectUri(redirect())
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .build();
    ClientRegistration.ProviderDetails parts = registration.getProviderDetails();
    String issuer = String.valueOf(parts.getIssuerUri());
    if (!issuer.equals(address) && !issuer.equals(folder)) {
      throw new IllegalStateException("it calls itself " + issuer);
    }
    for (String part :
        new String[] {parts.getAuthorizationUri(), parts.getTokenUri(), parts.getJwkSetUri()}) {
      if (!OidcSettings.isSafe(URI.create(String.valueOf(part)))) {
        throw new IllegalStateException("not https: " + part);
      }
    }
    return registration;
  }

  /// By what the registry was told, never by the host that a request names.
  private String redirect() {
    int port = Objects.requireNonNull(environment.getProperty("local.server.port", Integer.class));
    String address = settings.address(port);
    return address.substring(0, address.length() - 1) + BACK;
  }
}
