package org.myocohort.app.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the application is to be served.
///
/// @param host address to listen on
/// @param port to listen on, 0 for any free one
/// @param demonstration whether everybody on this machine comes in without a password
/// @param reports folder of ready reports to show beside the studies, or null for none
public record WebSettings(String host, int port, boolean demonstration, @Nullable Path reports) {
  /// The demonstration: this machine only, no password.
  public static WebSettings demonstration(int port, @Nullable Path reports) {
    return new WebSettings("127.0.0.1", port, true, reports);
  }
}
