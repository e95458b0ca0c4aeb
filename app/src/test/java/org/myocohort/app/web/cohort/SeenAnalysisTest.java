package org.myocohort.app.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.myocohort.app.web.RegistryServer;
import org.myocohort.app.web.Visitor;
import org.myocohort.registry.access.Role;

/// An analysis is of the patients that its reader may see, and is shown to nobody who may not see
/// all of them.
class SeenAnalysisTest {
  private static final String STUDY = "/studies/synthetic-centre";
  private static final String LYON = "Synthetic centre Lyon";
  private static final String PLAN =
      """
      plan: Everybody
      cohort: treated
      variables:
        - {variable: Age, number: age}
      analyses:
        - analysis: Characteristics
          describe: [Age]
      """;

  private static String answer(Visitor visitor) throws IOException, InterruptedException {
    for (int tries = 0; tries < 60; tries++) {
      String page = visitor.get(STUDY + "/plans/everybody").body();
      if (!page.contains("id=\"running\"")) {
        return page;
      }
    }
    throw new IllegalStateException("no answer");
  }

  @Test
  void anAnswerIsOfThePatientsOfTheReadersCentresOnly() throws Exception {
    try (RegistryServer registry = RegistryServer.start()) {
      Visitor all = registry.visitor("analyst");
      all.post(
          STUDY + "/cohorts/new",
          Map.of("action", "save", "title", "Treated", "event", "first dose", "drug", "anakinra"));
      all.post(STUDY + "/plans/new", Map.of("action", "save", "text", PLAN));
      assertThat(answer(all))
          .contains("Of all 60 patients of the study.", STUDY + "/patients/SC-002/");
      assertThat(all.get(STUDY + "/plans/everybody/files/reproduce.sh").body())
          .containsPattern("[0-9a-f]{64} {2}patients[.]csv")
          .containsPattern("[0-9a-f]{64} {2}visits[.]csv");

      registry.add("reader-lyon", Role.VIEWER, Set.of(LYON));
      registry.add("analyst-lyon", Role.ANALYST, Set.of(LYON));
      Visitor reader = registry.visitor("reader-lyon");
      assertThat(answer(reader)).contains("nobody has run it yet").doesNotContain("SC-0");

      String own = answer(registry.visitor("analyst-lyon"));
      assertThat(own)
          .contains("patients of the centres that you may see: " + LYON)
          .doesNotContain("SC-002");
      assertThat(answer(reader))
          .contains("patients of the centres that you may see: " + LYON)
          .doesNotContain("SC-002");
    }
  }
}
