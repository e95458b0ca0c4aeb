package org.myocohort.app.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.taper.PlanSheet;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.care.taper.Confirmation;
import org.myocohort.care.taper.PlanProposal;
import org.myocohort.care.taper.PlanRequest;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.registry.access.Role;

class TaperPageTest extends BrowserTest {
  private static final String PATIENT = "/studies/synthetic-centre/patients/SC-058/taper";

  @Test
  void aRelapseIsSaidWithItsDoseAndTheLastOneHeld() {
    Page page = open("/studies/synthetic-centre/patients/SC-001/taper");
    assertThat(page.locator("#patient").textContent())
        .contains("Relapse on 2022-01-26 at 7.5 mg/day")
        .contains("last dose held for at least 28 days: 10 mg.")
        .contains("raised to 30 mg");
    assertThat(page.locator("figure svg").textContent()).contains("7.5 mg", "10 mg");
  }

  @Test
  void aPlanIsMadeDrawnChangedAndGivenAsCalendarAndSheet() throws Exception {
    Page page = open(PATIENT);
    page.locator("#weight").fill("95");
    page.locator("#start").fill("2026-01-01");
    page.locator("form[action$='/taper/plan'] button").click();
    assertThat(page.locator("[role=alert]").textContent()).contains("80 mg", "95 mg");

    page.locator("#weight").fill("70");
    page.locator("#start").fill("2026-01-01");
    page.locator("form[action$='/taper/plan'] button").click();
    assertThat(page.locator("#patient").textContent()).contains("Version 1");
    assertThat(page.locator("figure svg").textContent()).contains("Planned: 70 mg a day");
    check(page, "taper-plan-desktop-en");
    check(open(PATIENT, Width.phone, "it"), "taper-plan-phone-it");

    keepSteps(page, List.of("2026-01-01 20", "2026-02-01 30"));
    assertThat(page.locator("[role=alert]").textContent())
        .contains("Step 2: 30 mg is more than 20 mg before it");
    keepSteps(page, List.of("2026-01-01 20", "2026-02-01 much"));
    assertThat(page.locator("[role=alert]").textContent()).contains("found: 2026-02-01, much, –");
    keepSteps(page, List.of("2026-01-01 20", "2026-02-01 30 flare", "2026-03-01 10,5"));
    assertThat(page.locator("#patient").textContent()).contains("Version 2", "flare");

    Path file = page.waitForDownload(() -> page.locator("a[href$='plan.ics']").click()).path();
    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .contains("DTSTART;VALUE=DATE:20260301\r\n", "SUMMARY:Prednisone 10.5 mg a day\r\n");
    page.locator("a[href$='sheet']").click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(3);
    check(page, "taper-sheet-desktop-en");
    check(open(PATIENT + "/sheet", Width.phone, "it"), "taper-sheet-phone-it");
  }

  /// Types the rows, empties those that are left, and keeps them.
  private static void keepSteps(Page page, List<String> steps) {
    int rows = page.locator(".steps tbody tr").count();
    for (int i = 0; i < rows; i++) {
      String[] fields = i < steps.size() ? steps.get(i).split(" ", 3) : new String[0];
      List<String> names = List.of("day", "mg", "why");
      for (int field = 0; field < names.size(); field++) {
        page.locator(".steps input[name=" + names.get(field) + "]")
            .nth(i)
            .fill(field < fields.length ? fields[field] : "");
      }
    }
    page.locator("form[action$='/taper/steps'] button").click();
  }

  @Test
  void stepsForAPatientInFlareAreKeptOnlyByWhoKnowsOfIt() {
    Page page = open("/studies/synthetic-centre/patients/SC-010/taper");
    page.locator("summary:has(#edit-heading)").click();
    keepSteps(page, List.of("2021-09-01 40"));
    assertThat(page.locator("[role=alert]").textContent())
        .contains("a flare of 2021-08-28 is recorded");
    page.locator("input[name=flareKnown]").check();
    page.locator("form[action$='/taper/steps'] button").click();
    assertThat(page.locator("#patient").textContent()).contains("Version ");
  }

  @Test
  void whoMayOnlyLookSeesNoForm() {
    Page page = open(PATIENT, Width.desktop, "en", Role.VIEWER);
    assertThat(page.locator("#attempts-heading").isVisible()).isTrue();
    assertThat(page.locator("#weight").count()).isZero();
  }

  @ParameterizedTest(name = "{0} kg over {1} months in {2}")
  @CsvSource({"70, 9, en", "40, 9, it", "110, 12, it"})
  void theSheetIsOnePageOfPaper(String weight, int months, String language) throws Exception {
    TaperPlan plan =
        new PlanRequest(
                        new BigDecimal(weight),
                        null,
                        LocalDate.of(2026, 1, 1),
                        6,
                        months,
                        BigDecimal.ZERO,
                        Set.of(Confirmation.ABOVE_80))
                    .propose(null)
                instanceof PlanProposal.Planned planned
            ? planned.plan()
            : new TaperPlan(null, List.of());
    assertThat(plan.steps()).hasSizeLessThanOrEqualTo(PlanSheet.ONE_PAGE);
    Page page = browser(Width.desktop, language);
    page.setContent(PlanSheet.of(plan, "P-1", Texts.of(Texts.Language.valueOf(language))));
    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
    Files.write(
        Files.createDirectories(Path.of("target", "screenshots"))
            .resolve("sheet-" + weight + "-" + language + ".pdf"),
        pdf);
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text.split("/Type /Page\\b(?!s)", -1).length - 1)
        .as(plan.steps().size() + " steps")
        .isEqualTo(1);
  }
}
