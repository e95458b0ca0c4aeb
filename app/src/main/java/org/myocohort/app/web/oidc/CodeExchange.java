package org.myocohort.app.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.login.ProviderProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// The authorization code flow with a provider whose parts are known: state, nonce and PKCE; of
/// what comes back only the ID token is read, and nothing is kept.
final class CodeExchange {
  private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);

  /// What the session keeps while its person is at the provider.
  private static final HttpSessionOAuth2AuthorizationRequestRepository ASKED =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  private final ClientRegistration registration;
  private final OAuth2AuthorizationRequestResolver resolver;
  private final OidcAuthorizationCodeAuthenticationProvider tokens;

  CodeExchange(ClientRegistration registration, ClientHttpRequestFactory requests) {
    this.registration = registration;
    this.resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration);
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    this.tokens =
        new OidcAuthorizationCodeAuthenticationProvider(
            client, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    JwtDecoder decoder = decoder(registration, requests);
    tokens.setJwtDecoderFactory(_ -> decoder);
  }

  /// Reads tokens that a published key of the provider has signed; by which of the algorithms with
  /// such keys is the provider's choice.
  private static JwtDecoder decoder(
      ClientRegistration registration, ClientHttpRequestFactory requests) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
            .restOperations(new RestTemplate(requests))
            .build();
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    decoder.setJwtValidator(
        JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
    return decoder;
  }

  /// The address at which the person signs in; the session keeps what was asked.
  String begin(HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked =
        Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
    ASKED.saveAuthorizationRequest(asked, request, response);
    return asked.getAuthorizationRequestUri();
  }

  /// What this session asked, if the state that came back is the one that it sent. Serves once.
  static @Nullable OAuth2AuthorizationRequest asked(
      HttpServletRequest request, HttpServletResponse response) {
    return ASKED.removeAuthorizationRequest(request, response);
  }

  /// What the provider says of the person, for the code that it gave them.
  ///
  /// @throws NotSignedIn if it gives no token for the code, or none that fits what was asked
  Map<String, Object> claims(OAuth2AuthorizationRequest asked, String code) {
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
            .state(Objects.requireNonNull(asked.getState()))
            .build();
    try {
      Authentication known =
          tokens.authenticate(
              new OAuth2LoginAuthenticationToken(
                  registration, new OAuth2AuthorizationExchange(asked, answer)));
      if (known != null && known.getPrincipal() instanceof OidcUser person) {
        return person.getClaims();
      }
    } catch (OAuth2AuthenticationException refused) {
      note(refused.getError());
    } catch (OAuth2AuthorizationException refused) {
      note(refused.getError());
    }
    throw new NotSignedIn(ProviderProblem.FAILED);
  }

  /// For who runs the registry: a wrong secret or clock shows here only.
  private static void note(OAuth2Error error) {
    LOG.warn(
        "the provider's answer is refused: {}",
        oneLine(error.getErrorCode() + " " + error.getDescription()));
  }

  static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 300 ? line.substring(0, 300) : line;
  }
}
