package org.myocohort.app.review.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.CommandRun;

/// A review that tests work on by its commands.
final class ReviewOnDisk {
  static final String SETTINGS =
      """
      title: Drug A in disease B
      criteria:
        include: [Disease B, Drug A]
        exclude:
          - {code: population, text: No disease B}
          - {code: drug, text: Other drug}
      highlight: {include: [statin]}
      stopping: {recall: 0.9, confidence: 0.9, looks: 2}
      """;

  private final Path place;
  final Path folder;

  ReviewOnDisk(Path place) throws IOException {
    this.place = place;
    folder = place.resolve("review");
    assertThat(CommandRun.of("review", "new", folder, "--title", "It's: a 'test'").exitCode())
        .isZero();
    Files.writeString(folder.resolve("review.yaml"), SETTINGS);
  }

  /// An export of works by their numbers: equal numbers are equal works.
  Path ris(String name, int... works) throws IOException {
    StringBuilder ris = new StringBuilder();
    for (int work : works) {
      ris.append(
          """
          TY  - JOUR
          TI  - %s of the %s muscle
          AU  - %s, Anna
          PY  - %d
          JO  - Journal of %s
          VL  - %d
          SP  - %d
          DO  - 10.1000/work.%d
          AB  - What a statin does to it.
          N1  - %s
          ER  -\s
          """
              .formatted(
                  word(work),
                  word(work + 11),
                  word(work + 5),
                  2000 + work,
                  word(work),
                  work,
                  work * 10,
                  work,
                  name));
    }
    return Files.writeString(place.resolve(name), ris);
  }

  private static String word(int number) {
    return Character.toString('A' + number % 26)
        + Character.toString('a' + (number * 7) % 26)
        + Character.toString('e' + (number * 3) % 20)
        + "ine";
  }

  /// A command below `review` on this folder.
  CommandRun run(String command, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("review", command, folder));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  /// The same, which must succeed.
  String done(String command, Object... arguments) {
    CommandRun run = run(command, arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  /// A session of a reviewer who types these lines.
  String session(String by, String stage, String... lines) {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return done("screen", "--by", by, "--stage", stage);
    } finally {
      System.setIn(before);
    }
  }

  String log(String person) throws IOException {
    return Files.readString(folder.resolve("decisions").resolve(person + ".csv"));
  }
}
