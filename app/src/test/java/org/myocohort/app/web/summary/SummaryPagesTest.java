package org.myocohort.app.web.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

class SummaryPagesTest extends BrowserTest {
  private static final String STUDY = "/studies/synthetic-centre";

  private static Locator sentence(Page page, String text) {
    return page.locator(".offered li", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void press(Page page, String what) {
    page.locator("button[name=what][value=" + what + "]").click();
  }

  @Test
  void aSummaryIsReadChangedPrintedAndKept() {
    String patient = STUDY + "/patients/SC-002";
    Page page = open(patient, Width.desktop, "en", Role.EDITOR);
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("For the patient")).click();
    assertThat(page.locator("#printed-heading + p").textContent()).contains("None was printed");

    Locator call = sentence(page, "Call your team if you are worried.");
    assertThat(call.locator(".basis").textContent()).contains("states no fact");
    call.locator("input").uncheck();
    Locator antibody = sentence(page, "Your blood test found the antibody");
    assertThat(antibody.locator(".basis a").first().getAttribute("href"))
        .startsWith(patient + "/rows/antibodies/");
    String easy = page.locator("#reading").textContent();
    page.locator("#own-checks")
        .fill("Notwithstanding multidisciplinary considerations, continuation is recommended.");
    press(page, "check");
    assertThat(page.locator(".notice").textContent()).contains("Kept as a draft");
    assertThat(page.locator("#reading").textContent()).isNotEqualTo(easy);
    check(page, "summary-draft-en");

    page.navigate(address(patient + "/summary"));
    assertThat(sentence(page, "Call your team if you are worried.").locator("input").isChecked())
        .isFalse();
    page.locator("#own-checks").fill("Come to us in May.\n<b>Bring</b> your list.");
    press(page, "print");

    page.waitForURL("**/summary/1");
    String text = page.locator("main").textContent();
    assertThat(text)
        .contains("Come to us in May. <b>Bring</b> your list.")
        .contains("Your blood test found the antibody")
        .contains("Read and released for you by")
        .doesNotContain("Call your team if you are worried.")
        .doesNotContain("SC-002")
        .doesNotContain("Notwithstanding");
    assertThat(page.locator("script").count()).isZero();
    check(page, "summary-sheet-en");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("nav").isVisible()).isFalse();

    page.navigate(address(patient + "/summary"));
    Locator line = page.locator("#printed-heading ~ ul li").first();
    assertThat(line.textContent()).contains("Number 1, English").contains("still the same");
    assertThat(sentence(page, "Call your team if you are worried.").locator("input").isChecked())
        .as("the draft is gone")
        .isTrue();
    Page viewer = open(patient + "/summary", Width.phone, "it", Role.VIEWER);
    assertThat(viewer.locator("#printed-heading ~ ul li").first().textContent())
        .contains("Numero 1");
    assertThat(viewer.locator("form.summary-review").count()).isZero();

    Page audit = open(STUDY + "/audit", Width.desktop, "en", Role.DATA_MANAGER);
    assertThat(audit.locator("main").textContent()).contains("summary printed");
    Page verified = open("/audit", Width.desktop, "en", Role.DATA_MANAGER);
    verified.locator("form[action='/audit/verify'] button").first().click();
    // The chain is checked beside the page.
    for (int i = 0; i < 100 && !verified.locator("main").textContent().contains("Intact"); i++) {
      verified.waitForTimeout(100);
      verified.navigate(address("/audit"));
    }
    assertThat(verified.locator("main").textContent()).contains("Intact");
  }

  @Test
  void whatIsPrintedIsWhatWasSeen() {
    String patient = STUDY + "/patients/SC-003";
    Page page = open(patient + "/summary?lang=it", Width.desktop, "en", Role.EDITOR);
    page.evaluate("document.querySelector('input[name=seen]').value = 'something else'");
    press(page, "print");
    assertThat(page.locator(".notice").textContent()).contains("has changed since");
    press(page, "print");
    page.waitForURL("**/summary/1");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("it");
    assertThat(page.locator("main").textContent()).contains("La mia diagnosi").contains("Nome:");
  }

  @Test
  void nobodyPrintsForThoseWhoDied() {
    Page page = open(STUDY + "/patients/SC-001/summary", Width.desktop, "en", Role.EDITOR);
    assertThat(page.locator("#summary > .attention").textContent()).contains("has died");
    assertThat(page.locator("button[value=print]").count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void thePrintedPageIsAccessibleAndFitsTheWindow(Width width) {
    String patient = STUDY + "/patients/SC-004";
    Page page = open(patient + "/summary?lang=it", width, "it", Role.EDITOR);
    check(page, "summary-review-" + width + "-it");
    press(page, "print");
    page.waitForURL("**/summary/*");
    check(page, "summary-sheet-" + width + "-it");
    paper(page, "summary-sheet-" + width);
  }
}
