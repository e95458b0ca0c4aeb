package org.myocohort.app.web;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the application is to be served.
///
/// @param host address to listen on
/// @param port to listen on, 0 for any free one
/// @param demonstration whether everybody on this machine comes in without a password
/// @param reports folder of ready reports to show beside the studies, or null for none
/// @param publicAddress where browsers find it where a proxy stands before it, or null
/// @param configuration file with further settings of Spring, or null
/// @param identityKey file of the key that opens identities, made at first use, or null for none
/// @param oidc the provider by which people may sign in, or null for none
/// @param trials folder of the imported trials, or null for one that is forgotten
/// @param reviews folder of the systematic reviews, or null for none
/// @param definitions folder of the kept cohorts and plans of analysis, or null for none
public record WebSettings(
    String host,
    int port,
    boolean demonstration,
    @Nullable Path reports,
    @Nullable URI publicAddress,
    @Nullable Path configuration,
    @Nullable Path identityKey,
    @Nullable OidcSettings oidc,
    @Nullable Path trials,
    @Nullable Path reviews,
    @Nullable Path definitions) {
  /// The demonstration: this machine only, no password.
  public static WebSettings demonstration(int port, @Nullable Path reports) {
    return new WebSettings(
        "127.0.0.1", port, true, reports, null, null, null, null, null, null, null);
  }

  /// The registry, with accounts.
  public static WebSettings registry(
      String host, int port, @Nullable URI publicAddress, @Nullable Path configuration) {
    return new WebSettings(
        host, port, false, null, publicAddress, configuration, null, null, null, null, null);
  }

  /// The same with the file of the key that opens identities.
  public WebSettings withIdentityKey(Path file) {
    return new WebSettings(
        host,
        port,
        demonstration,
        reports,
        publicAddress,
        configuration,
        file,
        oidc,
        trials,
        reviews,
        definitions);
  }

  /// The same with a provider by which people may sign in.
  public WebSettings withOidc(@Nullable OidcSettings provider) {
    return new WebSettings(
        host,
        port,
        demonstration,
        reports,
        publicAddress,
        configuration,
        identityKey,
        provider,
        trials,
        reviews,
        definitions);
  }

  /// The same with the folder of the imported trials.
  public WebSettings withTrials(Path folder) {
    return new WebSettings(
        host,
        port,
        demonstration,
        reports,
        publicAddress,
        configuration,
        identityKey,
        oidc,
        folder,
        reviews,
        definitions);
  }

  /// The same with the folder of the systematic reviews.
  public WebSettings withReviews(Path folder) {
    return new WebSettings(
        host,
        port,
        demonstration,
        reports,
        publicAddress,
        configuration,
        identityKey,
        oidc,
        trials,
        folder,
        definitions);
  }

  /// The same with the folder of the kept cohorts and plans of analysis.
  public WebSettings withDefinitions(Path folder) {
    return new WebSettings(
        host,
        port,
        demonstration,
        reports,
        publicAddress,
        configuration,
        identityKey,
        oidc,
        trials,
        reviews,
        folder);
  }

  /// Where browsers find it, such as `http://localhost:8080/`.
  ///
  /// @param listening the port that it got
  public String address(int listening) {
    if (publicAddress != null) {
      String address = publicAddress.toString();
      return address.endsWith("/") ? address : address + "/";
    }
    boolean local = host.equals("127.0.0.1") || host.equals("0.0.0.0");
    return "http://" + (local ? "localhost" : host) + ":" + listening + "/";
  }
}
