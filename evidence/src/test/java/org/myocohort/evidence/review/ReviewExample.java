package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.exchange.csv.BadInputException;

/// A small review, made up.
final class ReviewExample {
  static final String SETTINGS =
      """
      title: Drug A in disease B
      reviewers: 2
      criteria:
        include: [Disease B, Drug A]
        exclude:
          - {code: population, text: No disease B}
          - {code: drug, text: Other drug}
      stopping: {recall: 0.95, confidence: 0.95, looks: 2}
      """;
  private final Path exports;
  final ReviewFolder folder;
  private Instant clock = Instant.parse("2026-01-01T10:00:00Z");

  ReviewExample(Path place) throws IOException, BadInputException {
    exports = place;
    folder = ReviewFolder.begin(place.resolve("review"), SETTINGS);
  }

  Instant now() {
    clock = clock.plusSeconds(1);
    return clock;
  }

  /// A file of works by their numbers: equal numbers are equal works.
  Path ris(String name, int... works) throws IOException {
    StringBuilder ris = new StringBuilder();
    for (int work : works) {
      ris.append(
          """
          TY  - JOUR
          TI  - Title of the work on case number %d and what %s was seen in it
          AU  - Author%s, Anna
          AU  - Writer%s, W.
          PY  - 20%02d
          JO  - Journal of %s
          VL  - %d
          SP  - %d
          EP  - %d
          DO  - 10.1000/work.%d
          N1  - from %s
          ER  -\s
          """
              .formatted(
                  work,
                  word(work),
                  word(work),
                  word(work + 7),
                  work % 20,
                  word(work),
                  work,
                  work * 10,
                  work * 10 + 5,
                  work,
                  name));
    }
    return Files.writeString(exports.resolve(name), ris);
  }

  private static String word(int number) {
    return Character.toString('a' + number % 26)
        + Character.toString('a' + (number * 7) % 26)
        + Character.toString('e' + (number * 3) % 20)
        + "ine";
  }

  ImportResult add(Path export, SourceKind kind, String name)
      throws IOException, BadInputException {
    return folder.add(export, kind, name, "anna", now());
  }

  void compare() throws IOException, BadInputException {
    folder.compare(
        ReviewRecords.read(folder, folder.read()), (ComparedRecords.Progress) (_, _) -> {});
  }

  void decide(
      String by, ScreeningStage stage, ScreeningVerdict verdict, String reason, String... records)
      throws IOException, BadInputException {
    for (String record : records) {
      folder.add(
          new ReviewEvent.Screened(
              new ScreeningEvent.Decided(by, record, stage, verdict, reason, now(), null)));
    }
  }

  /// Both reviewers decide alike.
  void both(ScreeningStage stage, ScreeningVerdict verdict, String reason, String... records)
      throws IOException, BadInputException {
    decide("anna", stage, verdict, reason, records);
    decide("ben", stage, verdict, reason, records);
  }

  void sought(boolean retrieved, String... works) throws IOException, BadInputException {
    for (String work : works) {
      folder.add(new ReviewEvent.Sought("anna", now(), work, retrieved, ""));
    }
  }

  List<ReviewFlow.ToDo> open() throws IOException, BadInputException {
    return flow().open();
  }

  ReviewFlow flow() throws IOException, BadInputException {
    return ReviewFlow.of(
        folder.read(), new ReviewFlow.Words("In the previous version", "No reason given"));
  }
}
