package org.myocohort.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.OidcSettings;
import picocli.CommandLine;

class OidcOptionsTest {
  @TempDir private Path folder = Path.of("");

  private Path secret() throws IOException {
    return Files.writeString(folder.resolve("secret"), "s3cret\n");
  }

  private static OidcConfiguration read(String... arguments) {
    OidcOptions options = new OidcOptions();
    new CommandLine(options).parseArgs(arguments);
    return OidcConfiguration.read(options, Texts.of(Texts.Language.en));
  }

  @Test
  void nothingSaidIsNoProvider() {
    assertThat(read()).isEqualTo(new OidcConfiguration.None());
  }

  @Test
  void claimAndNameHaveDefaults() throws IOException {
    OidcConfiguration read =
        read(
            "--oidc-issuer=https://login.example.org/realms/one",
            "--oidc-client=registry",
            "--oidc-secret-file=" + secret());
    assertThat(read.settings())
        .isEqualTo(
            new OidcSettings(
                URI.create("https://login.example.org/realms/one"),
                "registry",
                "s3cret",
                "email",
                "login.example.org"));
    assertThat(read.toString()).doesNotContain("s3cret");
  }

  @Test
  void halfAConfigurationStopsTheCommandAndSaysWhatLacks() {
    CommandRun run = CommandRun.of("serve", "--data", folder, "--oidc-client", "registry");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--oidc-issuer", "--oidc-secret-file", "MYOCOHORT_OIDC_SECRET")
        .doesNotContain("--oidc-client");
    assertThat(folder).isEmptyDirectory();
    assertThat(CommandRun.of("serve", "--data", folder, "--oidc-name", "Hospital").err())
        .contains("--oidc-client");
  }

  @Test
  void aSecretThatCannotBeReadStopsTheCommand() {
    CommandRun run =
        CommandRun.of("serve", "--data", folder, "--oidc-secret-file", folder.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example.org",
        "http://localhost.example.org",
        "login.example.org",
        "https://a:b@login.example.org",
        "https://login.example.org?x",
        "https://login.example.org#x",
        "https:///x",
        "ftp://localhost",
        "https://login example"
      })
  void anIssuerThatOthersCouldReadAlongIsRefused(String issuer) throws IOException {
    assertThat(
            read(
                "--oidc-issuer=" + issuer,
                "--oidc-client=registry",
                "--oidc-secret-file=" + secret()))
        .isInstanceOfSatisfying(
            OidcConfiguration.Unusable.class,
            unusable -> assertThat(unusable.message()).contains(issuer, "https"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9000/x", "http://127.0.0.1", "http://[::1]:80"})
  void thisMachineMayBeAskedWithoutEncryption(String issuer) throws IOException {
    assertThat(
            read(
                "--oidc-issuer=" + issuer,
                "--oidc-client=registry",
                "--oidc-secret-file=" + secret()))
        .isInstanceOf(OidcConfiguration.Complete.class);
  }
}
