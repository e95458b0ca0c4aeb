package org.myocohort.app.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.app.web.BrowserTest;

class PatientPageTest extends BrowserTest {
  private static final String PATIENT = "/studies/synthetic-centre/patients/SC-010";

  static Stream<Arguments> pages() {
    return Stream.of("", "/criteria", "/response", "/treatments", "/taper", "/timeline")
        .flatMap(tab ->
            Stream.of(
                Arguments.of(tab, Width.desktop, "en"), Arguments.of(tab, Width.phone, "it")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTabIsAccessibleAndFitsTheWindow(String tab, Width width, String language) {
    Page page = open(PATIENT + tab, width, language);
    if (tab.isEmpty() && width == Width.phone) {
      page.locator(".timeline .narrow").scrollIntoViewIfNeeded();
      page.locator(".timeline .narrow svg").waitFor();
      assertThat(page.locator(".timeline .wide").isVisible()).isFalse();
    }
    check(page, "patient" + tab.replace('/', '-') + "-" + width + "-" + language);
  }

  @Test
  void aPublishedPatientWithoutAnyDateIsShownWithWhatIsKnown() {
    Page page = open("/studies/anakinra-antisynthetase/patients/P1");
    assertThat(page.locator("#timeline").textContent())
        .contains("Nothing in this record has a date");
    check(page, "patient-published-desktop-en");
  }

  @Test
  void anAlertStandsOnTheOverviewWithItsValuesAndOpensItsSource() {
    Page page = open("/studies/anakinra-antisynthetase/patients/L1");
    Locator alert = page.locator("#attention-heading ~ .attention").first();
    assertThat(alert.textContent()).contains("Alert").contains("Methotrexate with lung disease");
    alert.locator("a[href*='#alert-']").click();
    page.waitForURL("**/treatments#alert-methotrexate-lung");
    assertThat(page.locator("#alert-methotrexate-lung").textContent())
        .contains("ACR/CHEST guideline 2023");
    assertThat(page.locator("#alerts").textContent()).contains("No alert is not \"safe\".");
    assertThat(page.locator("#alerts + section").textContent())
        .contains("Before the index drug, order and reasons not reported");
    check(page, "patient-published-treatments-desktop-en");
  }

  @ParameterizedTest
  @MethodSource("bothWidths")
  void everyAnswerOfTheRulesCanBeOpened(Width width, String language) {
    Page page = open("/studies/synthetic-centre/patients/SC-002/treatments", width, language);
    page.locator("#alerts details summary").all().forEach(Locator::click);
    assertThat(page.locator("#alerts .rule").count()).isGreaterThan(15);
    String row = page.locator("#alerts + section table a").first().getAttribute("href");
    assertThat(row).startsWith("/studies/synthetic-centre/patients/SC-002/rows/treatments/");
    check(page, "patient-line-" + width + "-" + language);
  }

  static Stream<Arguments> bothWidths() {
    return Stream.of(Arguments.of(Width.desktop, "en"), Arguments.of(Width.phone, "it"));
  }

  @Test
  void anotherDayZeroSwapsTheFigureAndKeepsItsAddress() {
    Page page = open(PATIENT);
    assertThat(page.locator(".wide svg").textContent()).contains("months from start of tacrolimus");
    page.locator("select[name=zero]").selectOption("diagnosis");
    page.locator(".wide svg text:has-text('months from diagnosis')").waitFor();
    assertThat(page.url()).contains("zero=diagnosis");
    page.reload();
    assertThat(page.locator(".wide svg").textContent()).contains("months from diagnosis");
  }

  @Test
  void aMarkAndARowOfTheTableOpenTheirSource() {
    Page page = open(PATIENT);
    String source = page.locator(".wide svg a").first().getAttribute("href");
    assertThat(source).startsWith(PATIENT + "/rows/");
    page.locator("#timeline-table a[hx-get]").click();
    Locator rows = page.locator("#timeline-rows tbody tr");
    rows.first().waitFor();
    assertThat(rows.count()).isEqualTo(page.locator(".wide svg a").count());
    assertThat(page.locator("#timeline-rows a[href='" + source + "']").count()).isPositive();
  }

  @Test
  void theKeyboardReachesTheTabsTheChoiceAndPassesTheFigure() {
    Page page = open(PATIENT);
    page.locator("select[name=zero]").focus();
    for (int presses = 0; presses < 10 && !focused(page).contains("skip"); presses++) {
      page.keyboard().press("Tab");
    }
    assertThat(focused(page)).contains("skip");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent"))
        .isEqualTo("The same data as a table");
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.className"));
  }

  @Test
  void onPaperThereAreNoButtonsAndNoGround() {
    Page page = open(PATIENT);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".tabs").isVisible()).isFalse();
    assertThat(page.locator(".wide svg").isVisible()).isTrue();
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    check(page, "patient-print-en");
  }

  @Test
  void whoeverIsNotThereIsNotFound() {
    Page page = open(PATIENT);
    assertThat(page.request().get(address("/studies/synthetic-centre/patients/SC-999")).status())
        .isEqualTo(404);
    assertThat(page.request().get(address("/studies/none/patients/SC-010")).status())
        .isEqualTo(404);
  }

  @Test
  void theFigureComesAsAFile() {
    Page page = open(PATIENT);
    var file = page.request().get(address(PATIENT + "/timeline.svg?zero=first-visit"));
    assertThat(file.headers().get("content-disposition")).contains("timeline-SC-010.svg");
    assertThat(file.text()).startsWith("<svg").contains("Synthetic data");
  }
}
