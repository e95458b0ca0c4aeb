package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Sha256;

/// The pasted texts of a review: of its reports, and of what else people pasted to compare with.
public final class ReportTexts {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}");
  private static final String ENDING = ".txt";

  private final SharedFolder review;
  private final Path folder;

  ReportTexts(SharedFolder review, Path folder) {
    this.review = review;
    this.folder = folder;
  }

  /// The pasted text of a report.
  ///
  /// @param hash of its bytes, to see whether somebody changed it meanwhile; empty for no text
  public record ReportText(PrintedText text, String hash) {}

  /// The names of all texts, in alphabetical order.
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " cannot name a text");
    }
    return folder.resolve(name + ENDING);
  }

  /// A text as it was pasted; an empty one where there is none.
  public ReportText read(String name) throws IOException {
    Path file = file(name);
    String shown = ExtractionCheck.TEXTS + "/" + name + ENDING;
    return Files.exists(file)
        ? new ReportText(PrintedText.read(file, shown), Sha256.of(Files.readAllBytes(file)))
        : new ReportText(PrintedText.of(shown, ""), "");
  }

  /// Keeps a text; an empty one takes it away.
  ///
  /// @param hash of the text that the person began with, see [ReportText]
  /// @return whether it was kept: not where somebody changed the text meanwhile
  public boolean keep(String name, String text, String hash) throws IOException, BadInputException {
    return review.locked(() -> {
      if (!read(name).hash().equals(hash)) {
        return false;
      }
      Path file = file(name);
      if (text.isBlank()) {
        Files.deleteIfExists(file);
      } else {
        Files.createDirectories(folder);
        AtomicFile.write(file, text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
      }
      return true;
    });
  }
}
