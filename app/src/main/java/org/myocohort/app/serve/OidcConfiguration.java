package org.myocohort.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.OidcSettings;

/// What the options and the environment say about a provider of OpenID Connect.
sealed interface OidcConfiguration {
  /// There is none.
  record None() implements OidcConfiguration {}

  /// There is one.
  record Complete(OidcSettings settings) implements OidcConfiguration {}

  /// What is said cannot be used.
  ///
  /// @param message why, for whoever typed it
  record Unusable(String message) implements OidcConfiguration {}

  /// What the pages are told, or null for no provider.
  default @Nullable OidcSettings settings() {
    return this instanceof Complete(OidcSettings complete) ? complete : null;
  }

  /// Reads it; the secret from its file, else from the environment.
  static OidcConfiguration read(OidcOptions options, Texts texts) {
    String secret;
    @Nullable Path file = options.secretFile();
    try {
      secret = file == null ? options.secret() : Files.readString(file).strip();
    } catch (IOException failure) {
      return new Unusable(Failures.cannotOpen(failure, String.valueOf(file), texts));
    }
    boolean nothing =
        file == null
            && (options.issuer() + options.client() + secret + options.claim() + options.name())
                .isEmpty();
    if (nothing) {
      return new None();
    }
    List<String> lacking = new ArrayList<>();
    if (options.issuer().isEmpty()) {
      lacking.add("--oidc-issuer");
    }
    if (options.client().isEmpty()) {
      lacking.add("--oidc-client");
    }
    if (secret.isEmpty()) {
      lacking.add("--oidc-secret-file / " + OidcOptions.SECRET);
    }
    if (!lacking.isEmpty()) {
      return new Unusable(texts.text("serve.oidc-lacks", String.join(", ", lacking)));
    }
    Optional<URI> issuer = issuer(options.issuer());
    if (issuer.isEmpty()) {
      return new Unusable(texts.text("serve.oidc-issuer-unsafe", options.issuer()));
    }
    return new Complete(
        new OidcSettings(
            issuer.get(),
            options.client(),
            secret,
            options.claim().isEmpty() ? OidcSettings.EMAIL : options.claim(),
            options.name().isEmpty()
                ? Objects.requireNonNull(issuer.get().getHost())
                : options.name()));
  }

  private static Optional<URI> issuer(String text) {
    try {
      URI address = new URI(text);
      return OidcSettings.isSafe(address)
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
