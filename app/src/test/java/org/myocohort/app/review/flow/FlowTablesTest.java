package org.myocohort.app.review.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.app.Project;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.ChecklistFacts;
import org.myocohort.evidence.flow.ChecklistItem;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowFile;
import org.myocohort.evidence.flow.NamedDefinition;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchRun;

class FlowTablesTest {
  /// A review that knows everything of itself.
  private record Everything(FlowCounts flow, boolean isBlinded) implements ChecklistFacts {
    @Override
    public Optional<String> title() {
      return Optional.of("A *review* of <one> | two");
    }

    @Override
    public Optional<String> question() {
      return Optional.of("Does it help?");
    }

    @Override
    public List<String> inclusionCriteria() {
      return List.of("Anakinra given");
    }

    @Override
    public List<String> exclusionCriteria() {
      return List.of("Other drug");
    }

    @Override
    public List<SearchRun> searches() {
      return List.of(
          new SearchRun(
              "MEDLINE",
              "PubMed",
              Dialect.PUBMED,
              "=anakinra[tiab]\nOR kineret[tiab]",
              LocalDate.of(2026, 11, 20),
              57,
              List.of("humans", "English"),
              null),
          new SearchRun("Embase", null, Dialect.EMBASE, "anakinra", null, null, List.of(), null));
    }

    @Override
    public Optional<Integer> reviewers() {
      return Optional.of(2);
    }

    @Override
    public Optional<Boolean> blinded() {
      return Optional.of(isBlinded);
    }

    @Override
    public Optional<Integer> extractors() {
      return Optional.of(2);
    }

    @Override
    public List<NamedDefinition> outcomes() {
      return List.of(new NamedDefinition("response", "acr-eular-2016-moderate"));
    }

    @Override
    public List<String> appraisalTools() {
      return List.of("jbi-case-series");
    }

    @Override
    public Optional<FlowCounts> counts() {
      return Optional.of(flow);
    }

    @Override
    public List<NamedDefinition> excludedReports() {
      return List.of(new NamedDefinition("Smith 2010", "Other drug"));
    }

    @Override
    public List<String> includedStudies() {
      return List.of("Furlan 2008");
    }

    @Override
    public Optional<String> registration() {
      return Optional.of("CRD0");
    }

    @Override
    public List<String> sentences(ChecklistItem item) {
      return item == ChecklistItem.ITEM_13D ? List.of("Pooled by REML.") : List.of();
    }
  }

  private static FlowCounts broken() throws Exception {
    return FlowFile.read(
        "broken.yaml", Files.readString(Project.example("review-flow").resolve("broken.yaml")));
  }

  @ParameterizedTest
  @EnumSource(Texts.Language.class)
  void everyKindOfFactIsSaidInEveryLanguage(Texts.Language language) throws Exception {
    Texts texts = Texts.of(language);
    String open = texts.text("flow.checklist.open");

    for (boolean blinded : new boolean[] {true, false}) {
      String page = FlowTables.checklistPage(new Everything(broken(), blinded), texts);

      assertThat(page.lines().filter(line -> line.startsWith("| ")))
          // 42 items and the head of each of 7 sections
          .hasSize(42 + 2 * 7);
      assertThat(page.lines().filter(line -> line.matches("\\| \\d.*") && !line.contains(open)))
          .extracting(line -> line.split(" ", 3)[1])
          .containsExactly(
              "1", "4", "5", "6", "7", "8", "9", "10a", "11", "13d", "16a", "16b", "17", "24a");
      assertThat(page)
          .contains("PubMed", "2026-11-20", "REML", "Furlan 2008", "CRD0", "(screened)");
    }
  }

  @Test
  void whatAReviewWroteIsTextAndNeitherMarkupNorAFormula() throws Exception {
    Texts texts = Texts.of(Texts.Language.en);
    ChecklistFacts facts = new Everything(broken(), true);

    assertThat(FlowTables.checklistPage(facts, texts))
        .contains("\"A \\*review\\* of &lt;one> \\| two\"")
        .contains("records found 57: =anakinra\\[tiab\\] OR kineret\\[tiab\\] \\| Limits: humans,");
    assertThat(FlowTables.checklistTable(facts, texts))
        .contains(
            "records found 57: =anakinra[tiab]\nOR kineret[tiab] | Limits: humans, English\n");
    FlowCounts formula =
        FlowFile.read(
            "f.yaml",
            """
            title: f
            identified: {sources: [{kind: database, name: "=1+1", count: 3}]}
            assessed: {reports: 3, reasons: [{reason: "a, \\"b\\"", count: 1}]}
            included: {studies: 2}
            """);
    assertThat(FlowTables.numbers(formula))
        .contains("identified,database,'=1+1,3,f.yaml:2\n")
        .contains("reports-excluded,reason,\"a, \"\"b\"\"\",1,f.yaml:3\n");
  }
}
