package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.csv.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Sets of records whose duplicates people labelled, from bib-dedupe (MIT), see NOTICE.
class LabelledSetsTest {
  /// The bars are the best published figures: bib-dedupe 120 of 135 and 408 of 436, nothing wrong.
  @ParameterizedTest(name = "{0}: more than {1} of {2} found, none wrong")
  @CsvSource({"haematology, 120, 135", "respiratory, 408, 436", "special_cases, 2, 3"})
  void moreIsFoundThanThePublishedBestAndNothingIsMergedWrongly(String set, int bar, int removable)
      throws IOException, BadInputException {
    List<IdentifiedRecord> records = Records.labelled(set);
    List<List<String>> labels = Records.labels(set);

    DuplicateScore score =
        DuplicateScore.removable(
            records.size(), ComparedRecords.of(records).found().clusters(), labels);

    assertThat(score.falsePositives()).isZero();
    assertThat(score.truePositives()).isGreaterThan(bar);
    assertThat(score.truePositives() + score.falseNegatives()).isEqualTo(removable);
  }

  static Stream<Arguments> pairCases() throws IOException {
    try (InputStream in =
        LabelledSetsTest.class.getResourceAsStream("bibdedupe_pair_cases.json.gz")) {
      JsonNode cases =
          new ObjectMapper().readTree(new GZIPInputStream(in).readAllBytes()).get("cases");
      return cases
          .valueStream()
          .map(each ->
              Arguments.of(
                  each.get("id").asString(),
                  record("a", each.get("record_a")),
                  record("b", each.get("record_b")),
                  each.get("expected_duplicate").asBoolean()))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("pairCases")
  void aPairIsMergedExactlyWhereItsVerdictSaysSo(
      String name, IdentifiedRecord first, IdentifiedRecord second, boolean duplicate) {
    Duplicates found = ComparedRecords.of(List.of(first, second)).found();

    assertThat(found.removable()).as(name).isEqualTo(duplicate ? 1 : 0);
  }

  private static IdentifiedRecord record(String id, JsonNode node) {
    Map<String, String> values = new HashMap<>();
    node.propertyStream()
        .filter(property -> !property.getValue().isNull())
        .forEach(property -> values.put(property.getKey(), property.getValue().asString()));
    return new IdentifiedRecord(id, Records.record(values));
  }
}
