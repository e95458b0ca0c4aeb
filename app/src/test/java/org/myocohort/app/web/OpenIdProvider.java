package org.myocohort.app.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A small provider of OpenID Connect at 127.0.0.1: another site than the registry at localhost. It
/// signs its tokens, and gives none to whoever lacks the secret or did not begin what they end.
final class OpenIdProvider implements AutoCloseable {
  static final String CLIENT = "registry of myositis";
  static final String SECRET = "a secret: 100% +/=";

  /// What a token is made of.
  ///
  /// @param claims what it says
  /// @param key what signs it
  record Token(JWTClaimsSet.Builder claims, RSAKey key) {}

  /// A code that somebody was given.
  private record Given(Map<String, String> asked, Token token) {}

  private final HttpServer server;
  private final RSAKey key = newKey();
  private final Map<String, Given> codes = new ConcurrentHashMap<>();
  private volatile @Nullable String otherName;

  private OpenIdProvider(HttpServer server) {
    this.server = server;
  }

  /// Starts it.
  ///
  /// @param port to listen on, 0 for any free one
  static OpenIdProvider start(int port) throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    OpenIdProvider provider = new OpenIdProvider(server);
    server.createContext("/.well-known/openid-configuration", provider::describe);
    server.createContext("/authorize", provider::authorize);
    server.createContext("/token", provider::token);
    server.createContext("/keys", provider::keys);
    server.start();
    return provider;
  }

  /// A key of the name that every key here has.
  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  RSAKey key() {
    return key;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What a registry is told about the one that listens on a port.
  static OidcSettings settings(int port) {
    return new OidcSettings(
        URI.create("http://127.0.0.1:" + port),
        CLIENT,
        SECRET,
        OidcSettings.EMAIL,
        "Example Hospital");
  }

  /// From now on it says that it is another one.
  void callItself(@Nullable String name) {
    otherName = name;
  }

  /// A token as it should be.
  Token token(Map<String, String> asked, String email) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("s-" + email.hashCode())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", asked.get("nonce"))
            .claim("email", email)
            .claim("email_verified", true);
    return new Token(claims, key);
  }

  /// Sends somebody back who has signed in here.
  ///
  /// @return the address that the browser is sent to
  String allow(Map<String, String> asked, Token token) {
    String code = UUID.randomUUID().toString();
    codes.put(code, new Given(asked, token));
    return asked.get("redirect_uri") + "?code=" + code + "&state=" + encoded(asked.get("state"));
  }

  private void describe(HttpExchange exchange) throws IOException {
    Map<String, Object> said = new TreeMap<>();
    said.put("issuer", Objects.requireNonNullElse(otherName, issuer()));
    said.put("authorization_endpoint", issuer() + "/authorize");
    said.put("token_endpoint", issuer() + "/token");
    said.put("jwks_uri", issuer() + "/keys");
    said.put("response_types_supported", new String[] {"code"});
    said.put("subject_types_supported", new String[] {"public"});
    said.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
    json(exchange, 200, said);
  }

  /// The page where people show who they are.
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    if (exchange.getRequestMethod().equals("POST")) {
      String email =
          parameters(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII))
              .getOrDefault("email", "");
      exchange.getResponseHeaders().set("Location", allow(asked, token(asked, email)));
      exchange.sendResponseHeaders(303, -1);
      exchange.close();
      return;
    }
    String page =
        "<!DOCTYPE html><html lang=en><title>Hospital</title><link rel=icon href=data:,>"
            + "<form method=post><label>E-mail <input name=email></label>"
            + "<button>Continue</button></form>";
    answer(exchange, 200, "text/html", page);
  }

  /// Gives the token of a code, once, to the client that has asked for it.
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    Given given = codes.remove(sent.getOrDefault("code", ""));
    String expected =
        Base64.getEncoder()
            .encodeToString(
                (encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
    boolean right =
        given != null
            && ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && Objects.equals(given.asked().get("redirect_uri"), sent.get("redirect_uri"))
            && "S256".equals(given.asked().get("code_challenge_method"))
            && challenge(sent.getOrDefault("code_verifier", ""))
                .equals(given.asked().get("code_challenge"));
    if (!right) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(
        exchange,
        200,
        Map.of(
            "access_token",
            "not used",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            signed(Objects.requireNonNull(given).token())));
  }

  private static String signed(Token token) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(token.key().getKeyID()).build(),
              token.claims().build());
      jwt.sign(new RSASSASigner(token.key()));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The parameters of a query or a form.
  static Map<String, String> parameters(@Nullable String text) {
    Map<String, String> parameters = new TreeMap<>();
    for (String field : Objects.requireNonNullElse(text, "").split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        parameters.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(Objects.requireNonNullElse(text, ""), StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    answer(exchange, status, "application/json", JsonMapper.shared().writeValueAsString(body));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
