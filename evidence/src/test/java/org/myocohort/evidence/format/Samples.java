package org.myocohort.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.myocohort.evidence.record.BibliographicRecord;

/// Sample exports, and texts read as if they were files.
final class Samples {
  private Samples() {}

  static Path path(String file) {
    URL resource = Objects.requireNonNull(Samples.class.getResource(file), file);
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(file, impossible);
    }
  }

  static List<BibliographicRecord> read(String text) throws IOException {
    List<BibliographicRecord> records = new ArrayList<>();
    result(text, records);
    return records;
  }

  /// The record of a text that holds one.
  static BibliographicRecord only(String text) throws IOException {
    List<BibliographicRecord> records = read(text);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  static ReadResult result(String text, List<BibliographicRecord> records) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RecordFiles.read("sample", new ByteArrayInputStream(bytes), records::add);
  }

  /// The lines of a text without byte-order mark and the empty ones at its end.
  static List<String> lines(String text) {
    return text.replace("\uFEFF", "").stripTrailing().lines().toList();
  }
}
