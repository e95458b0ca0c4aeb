package org.myocohort.app.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// By which the audit knows an imported file again.
public final class FileHash {
  private FileHash() {}

  /// The hash of a file's bytes, or of a folder's files with their names.
  public static String of(Path path) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files = List.of(path);
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          files = inside.filter(Files::isRegularFile).sorted().toList();
        }
      }
      for (Path file : files) {
        digest.update(
            (files.size() == 1 ? "" : file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
          for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
