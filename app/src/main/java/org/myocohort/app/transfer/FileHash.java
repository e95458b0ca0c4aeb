package org.myocohort.app.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.exchange.source.Sha256;

/// By which the audit knows an imported file again.
public final class FileHash {
  private FileHash() {}

  /// The hash of a file's bytes, or of a folder's files with their names.
  public static String of(Path path) throws IOException {
    MessageDigest digest = Sha256.digest();
    List<Path> files = List.of(path);
    if (Files.isDirectory(path)) {
      try (Stream<Path> inside = Files.list(path)) {
        files = inside.filter(Files::isRegularFile).sorted().toList();
      }
    }
    for (Path file : files) {
      digest.update(
          (files.size() == 1 ? "" : file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return Sha256.of(digest);
  }
}
