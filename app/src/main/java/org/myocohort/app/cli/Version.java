package org.myocohort.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Version and commit, as the build recorded them.
public final class Version implements IVersionProvider {

  /// For example `myocohort 0.1.0-SNAPSHOT (commit 6ff51b5)`.
  public static String text() {
    Properties build = new Properties();
    try (InputStream in =
        Version.class.getResourceAsStream("/org/myocohort/app/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String commit = build.getProperty("git.commit.id.abbrev", "unknown");
    String changed = "true".equals(build.getProperty("git.dirty")) ? ", with local changes" : "";
    return "myocohort "
        + build.getProperty("git.build.version", "development")
        + " (commit "
        + commit
        + changed
        + ")";
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
