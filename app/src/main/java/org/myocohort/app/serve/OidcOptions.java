package org.myocohort.app.serve;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options that name a provider of OpenID Connect. Holds no type of the pages: the command line
/// reads this class at every start, whatever the command.
@Command
final class OidcOptions {
  /// The environment's variable with the secret, which must not stand in a command line.
  static final String SECRET = "MYOCOHORT_OIDC_SECRET";

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      defaultValue = "${env:MYOCOHORT_OIDC_ISSUER}",
      descriptionKey = "serve.oidc-issuer")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      defaultValue = "${env:MYOCOHORT_OIDC_CLIENT}",
      descriptionKey = "serve.oidc-client")
  private @Nullable String client;

  @Option(
      names = "--oidc-secret-file",
      paramLabel = "FILE",
      defaultValue = "${env:MYOCOHORT_OIDC_SECRET_FILE}",
      descriptionKey = "serve.oidc-secret-file")
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-claim",
      paramLabel = "CLAIM",
      defaultValue = "${env:MYOCOHORT_OIDC_CLAIM}",
      descriptionKey = "serve.oidc-claim")
  private @Nullable String claim;

  @Option(
      names = "--oidc-name",
      paramLabel = "NAME",
      defaultValue = "${env:MYOCOHORT_OIDC_NAME}",
      descriptionKey = "serve.oidc-name")
  private @Nullable String name;

  String issuer() {
    return text(issuer);
  }

  String client() {
    return text(client);
  }

  @Nullable Path secretFile() {
    return secretFile == null || secretFile.toString().isEmpty() ? null : secretFile;
  }

  /// What the environment holds.
  String secret() {
    return text(System.getenv(SECRET));
  }

  String claim() {
    return text(claim);
  }

  String name() {
    return text(name);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }
}
