package org.myocohort.app.web;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A provider of OpenID Connect by which people may sign in.
///
/// @param issuer its address, as it stands in its tokens
/// @param client what it calls this registry
/// @param secret by which this registry shows the provider that it is the one
/// @param claim of its tokens that holds the login of an account
/// @param name how its people call it, for the button
public record OidcSettings(URI issuer, String client, String secret, String claim, String name) {
  /// The claim that holds a login where nothing is said.
  public static final String EMAIL = "email";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Whether nobody in between can read or change what is asked at an address: it is of https, or
  /// of this machine.
  public static boolean isSafe(URI address) {
    @Nullable String host = address.getHost();
    @Nullable String scheme = address.getScheme();
    return host != null
        && ("https".equalsIgnoreCase(scheme)
            || ("http".equalsIgnoreCase(scheme) && THIS_MACHINE.contains(host)));
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + client + ", " + claim + "]";
  }
}
