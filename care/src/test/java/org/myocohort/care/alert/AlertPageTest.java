package org.myocohort.care.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.myocohort.instrument.Verification;

/// The table of rules in the documentation against the data.
class AlertPageTest {
  @Test
  void thePageListsEveryRuleWithItsMarkAndSources() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "treatment-line.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| .* \\| (verified|weak|memory) \\| .*"))
            .map(line -> line.split(" \\| ", -1))
            .map(cells -> cells[0] + " " + cells[2] + " " + cells[3])
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            AlertRules.shipped().all().stream()
                .map(rule ->
                    "| `"
                        + rule.id()
                        + "` "
                        + word(rule.mark())
                        + " "
                        + rule.citations().stream()
                            .map(AlertRule.Citation::source)
                            .collect(Collectors.joining(", "))
                        + " |")
                .toList());
  }

  private static String word(Verification mark) {
    return switch (mark) {
      case VERIFIED -> "verified";
      case WEAK -> "weak";
      case FROM_MEMORY -> "memory";
      case OURS, NOT_FOUND -> "none";
    };
  }
}
