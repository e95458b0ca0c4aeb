package org.myocohort.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.Project;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.study.StudyFolder;

/// The files of a plan with a single question, which has a figure.
class AnalysisFolderTest {
  private static final String PLAN =
      """
      plan: Drugs
      define:
        cohort: Treated with anakinra
        index: {event: first dose, drug: anakinra}
      analyses:
        - analysis: Drugs over time
          treatments: swimmer
      """;

  private static final Set<String> TOLD = new ConcurrentSkipListSet<>();
  private static Map<String, byte[]> files = Map.of();

  @BeforeAll
  static void analyse(@TempDir Path folder) throws Exception {
    Path centre = Project.example("synthetic-centre");
    Path file = Files.writeString(folder.resolve("plan.yaml"), PLAN);
    StudyFolder study = StudyFolder.read(centre);
    PlanSource plan = PlanSource.read(file, centre, null);
    Texts texts = Texts.of(Texts.Language.en);
    AnalysisReport report =
        Analyses.run(study.study(), plan.plan(), LocalDate.of(2026, 11, 22), texts, (_, _) -> {});
    files =
        AnalysisFolder.files(
            report, study, plan, texts, (step, done, total) -> TOLD.add(done + "/" + total));
  }

  @Test
  void everyFileThatIsDrawnIsToldOf() {
    assertThat(files.keySet())
        .contains(
            "paper.docx",
            "paper.xlsx",
            "paper.pdf",
            "figures/01-drugs-over-time.pdf",
            "figures/01-drugs-over-time.png");
    assertThat(TOLD).containsExactly("0/5", "1/5", "2/5", "3/5", "4/5", "5/5");
  }

  /// SC-006 began on 2022-01-14, responded on 2022-10-07 and got worse on 2023-11-06 and
  /// 2024-11-28.
  @Test
  void theTableOfASwimmerSaysWhatItsSymbolsShow() {
    List<String> lines =
        new String(files.get("tables/01-drugs-over-time.csv"), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(lines.getFirst())
        .isEqualTo("patient,\"followed, days\",\"response, day\",\"relapse, day\",\"death, day\"");
    assertThat(lines).contains("SC-006,1405,266,\"661, 1049\",");
  }
}
