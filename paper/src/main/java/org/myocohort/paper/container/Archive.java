package org.myocohort.paper.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip archive whose bytes follow from its entries alone: in the order given, of one fixed time.
public final class Archive {
  /// Not the format's earliest time, beside which the JDK writes one of the machine's time zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /// Adds an entry.
  public Archive put(String name, String content) {
    return put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds an entry.
  public Archive put(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /// The archive's bytes.
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
