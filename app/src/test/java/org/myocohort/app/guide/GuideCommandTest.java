package org.myocohort.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Treatment;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.review.TextSignatures;
import org.myocohort.registry.store.Database;

class GuideCommandTest {
  private static final int STATEMENTS =
      Guide.shipped().treatments().stream().mapToInt(each -> each.statements().size()).sum();

  private static final List<String> NOT_TREATMENTS = List.of("rules/", "page/");

  @Test
  void theAuditListsEveryStatementWithSourcePlaceMarkAndAge() {
    CommandRun run = CommandRun.of("guide", "audit", "--format", "csv", "--on", "2026-12-02");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .filteredOn(line -> NOT_TREATMENTS.stream().noneMatch(line::startsWith))
        .hasSize(1 + STATEMENTS);
    assertThat(run.lines()).doesNotHaveDuplicates();
    assertThat(run.lines().getFirst())
        .isEqualTo(
            "text,id,about,mark,used,source,place,read,age_days,reviewed_by,statement,citation,"
                + "address");
    assertThat(run.lines())
        .anyMatch(line ->
            line.startsWith(
                "treatment/azathioprine,azathioprine.allopurinol,caution-drug,verified,true,toronto,"
                    + "\"med-azathioprine.html, red box\",2026-11-22,10,,"))
        .anyMatch(line ->
            line.startsWith(
                "treatment/anakinra,anakinra.guide-trials,evidence,verified,false,guide,"))
        .anyMatch(line -> line.contains(",from_memory,false,memory,general knowledge,,10,,"));
  }

  @Test
  void theAuditListsAlertsTapersAndPagesForPatientsToo() {
    List<String> lines =
        CommandRun.of("guide", "audit", "--format", "csv", "--on", "2026-12-02").lines();
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith(
                "rules/alerts,alert.tnf-inhibitor-lung.guide,alert,verified,true,guide,"))
        .anyMatch(line ->
            line.startsWith("rules/alerts,alert.azathioprine-rapid-lung.memory,alert,from_memory,"))
        .anyMatch(line ->
            line.startsWith(
                "rules/taper,taper.plateau,taper,verified,true,guide,"
                    + "\"Standard Treatment Approaches, paragraph 2\",2026-11-22,10,"))
        .anyMatch(line -> line.startsWith("rules/taper,taper.shape,taper,ours,false,ours,,"));
    for (Page page : Library.in(PageLanguage.ENGLISH).pages()) {
      assertThat(lines)
          .as(page.name())
          .filteredOn(line -> line.startsWith("page/" + page.name() + ","))
          .hasSize(page.statements().stream().mapToInt(each -> each.citations().size()).sum())
          .allMatch(line -> line.contains(",patient-page,verified,true,"));
    }
  }

  @Test
  void theAuditAsTextCountsTheMarksAndSaysThatNobodyReviewed() {
    CommandRun run = CommandRun.of("guide", "audit", "treatment/anakinra", "--on", "2026-11-22");
    assertThat(run.out())
        .contains("anakinra.guide-trials", "never used", " verified, ")
        .doesNotContain("azathioprine.")
        .contains("No registry was asked");
    assertThat(CommandRun.of("guide", "audit", "--format", "json", "treatment/oxygen").out())
        .contains("\"age_days\"", "\"reviewed_by\" : [ ]");
  }

  @Test
  void theRegistryKnowsWhoReviewed(@TempDir Path folder) throws Exception {
    Treatment oxygen = Guide.shipped().find("oxygen").orElseThrow();
    try (Database database = Database.embedded(folder)) {
      TextSignatures signatures =
          new TextSignatures(
              database, InstantSource.fixed(Instant.parse("2026-11-22T10:42:07.123Z")));
      Actor anna = new Actor("a-anna", Role.EDITOR, null);
      String wording = oxygen.wording("it");
      signatures.sign(anna, oxygen.code(), "it", wording, TextSignatures.hash(wording), "Anna B.");
      signatures.sign(
          anna, "treatment/anakinra", "it", "older", TextSignatures.hash("older"), "Anna B.");
    }
    List<String> lines =
        CommandRun.of("guide", "audit", "--reviews", "--data", folder.toString(), "--format", "csv")
            .lines();
    assertThat(lines)
        .filteredOn(line -> line.contains("Anna B."))
        .hasSize(oxygen.statements().size())
        .allMatch(line ->
            line.startsWith("treatment/oxygen,") && line.contains("\"Anna B. (it, 2026-11-22)\""));
  }

  @Test
  void aRegistryThatIsNotThereIsNotMade(@TempDir Path folder) {
    CommandRun run =
        CommandRun.of("guide", "audit", "--reviews", "--data", folder.resolve("no").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void theListShowsEveryTreatmentWithItsMarks() {
    CommandRun run = CommandRun.of("guide", "list", "--format", "csv");
    assertThat(run.lines()).hasSize(1 + Guide.shipped().treatments().size());
    assertThat(run.out())
        .contains(
            "plasma-exchange,Plasma exchange,antibodies,8,6,0,2,randomised-trial,plasma exchange")
        .contains("lung-transplant,Lung transplant,supportive,");
    assertThat(CommandRun.of("guide", "list", "--lang", "it").out())
        .contains("Trapianto di polmone", "studio randomizzato");
  }

  @Test
  void oneTreatmentIsShownInBothLanguagesWithItsSources() {
    assertThat(CommandRun.of("guide", "show", "azathioprine").out())
        .contains("Never with allopurinol", "Not yet reviewed by a clinician.")
        .contains("For research and records, not a medical device.", "Sources\n  [1] ");
    assertThat(CommandRun.of("guide", "show", "azathioprine", "--lang", "it").out())
        .contains("Mai con l’allopurinolo", "Non ancora rivisto da un clinico.", "(a memoria)");
    assertThat(CommandRun.of("guide", "show", "anakinra").out()).contains("(contradicted)");
    assertThat(CommandRun.of("guide", "show", "anakinra", "--format", "csv").out())
        .contains("anakinra.guide-trials,evidence,")
        .contains(",false,anakinra.guide-list,");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    CommandRun run = CommandRun.of("guide", "show", "aspirin");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no treatment aspirin", "azathioprine");
  }
}
