package org.myocohort.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchRun;

class ChecklistTest {
  @Test
  void theItemsAreNumberedAsTheStatementPrintsThem() {
    assertThat(
            Arrays.stream(ChecklistItem.values())
                .map(ChecklistItem::number)
                .collect(Collectors.joining(" ")))
        .isEqualTo(
            "1 2 3 4 5 6 7 8 9 10a 10b 11 12 13a 13b 13c 13d 13e 13f 14 15 16a 16b 17 18 19"
                + " 20a 20b 20c 20d 21 22 23a 23b 23c 23d 24a 24b 24c 25 26 27");
    assertThat(
            Arrays.stream(ChecklistItem.values())
                .map(each -> each.number().replaceAll("[a-f]", ""))
                .distinct())
        .hasSize(27);
  }

  @Test
  void aReviewOfWhichNothingIsKnownLeavesEveryItemToItsAuthors() {
    assertThat(Checklist.of(new ChecklistFacts() {}))
        .hasSize(42)
        .allMatch(each -> each.facts().isEmpty());
  }

  @Test
  void factsStandAtTheirItemAndNowhereElse() {
    ChecklistFacts facts =
        new ChecklistFacts() {
          @Override
          public List<SearchRun> searches() {
            return List.of(
                new SearchRun(
                    "MEDLINE",
                    "PubMed",
                    Dialect.PUBMED,
                    "anakinra[tiab]",
                    LocalDate.of(2026, 11, 20),
                    57,
                    List.of("humans"),
                    null),
                new SearchRun(
                    "Embase", null, Dialect.EMBASE, "anakinra", null, null, List.of(), null));
          }

          @Override
          public Optional<Boolean> blinded() {
            return Optional.of(true);
          }

          @Override
          public List<String> sentences(ChecklistItem item) {
            return item == ChecklistItem.ITEM_13D ? List.of("Pooled by REML.") : List.of();
          }
        };

    assertThat(
            Checklist.of(facts).stream()
                .filter(each -> !each.facts().isEmpty())
                .flatMap(each ->
                    each.facts().stream()
                        .map(fact -> each.item().number() + " " + fact.code() + fact.values())))
        .containsExactly(
            "6 searched[MEDLINE (PubMed), 2026-11-20]",
            "6 searched-undated[Embase]",
            "7 search-limited[MEDLINE (PubMed), 57, anakinra[tiab], humans]",
            "7 search[Embase, NR, anakinra]",
            "8 blinded[]",
            "13d sentence[Pooled by REML.]");
  }

  @Test
  void theFlowIsToldWithWhatIsNotReportedAndWhatDoesNotFit() throws Exception {
    assertThat(flow(FlowExamples.LETTER))
        .containsExactly(ChecklistFact.of("flow", "NR", "NR", "NR", "NR", "4"));
    assertThat(flow(FlowExamples.UPDATE.replace("records: 990", "records: 991")))
        .containsExactly(
            ChecklistFact.of("flow", "1300", "991", "38", "5", "6"),
            ChecklistFact.of("flow-broken", "screened"),
            ChecklistFact.of("flow-broken", "sought"));
  }

  private static List<ChecklistFact> flow(String text) throws Exception {
    FlowCounts counts = FlowFile.read("flow.yaml", text);
    ChecklistFacts facts =
        new ChecklistFacts() {
          @Override
          public Optional<FlowCounts> counts() {
            return Optional.of(counts);
          }
        };
    return Checklist.of(facts).stream()
        .filter(each -> each.item() == ChecklistItem.ITEM_16A)
        .findFirst()
        .orElseThrow()
        .facts();
  }
}
