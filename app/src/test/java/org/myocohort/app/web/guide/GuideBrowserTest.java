package org.myocohort.app.web.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// Reads the guide, and signs a text of it, as its users do.
class GuideBrowserTest extends BrowserTest {
  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aWordLeadsToTheStatementAndFromThereToItsSource() {
    Page page = open("/");
    link(page, "Treatments").click();
    page.getByLabel("Search in the texts").fill("allopurinol");
    page.getByLabel("Search in the texts").press("Enter");
    assertThat(page.locator("table.treatments tbody tr")).hasCount(1);
    page.locator(".found a").first().click();
    page.waitForURL("**/guide/azathioprine#azathioprine.allopurinol");
    Locator statement = page.locator("[id='azathioprine.allopurinol']");
    assertThat(statement).containsText("verified");
    String footnote = statement.locator("a.reference").getAttribute("href");
    statement.locator("a.reference").click();
    assertThat(page.locator(footnote)).containsText("red box");
    assertThat(page.locator(footnote)).containsText("read on 2026-11-22");
  }

  @Test
  void aDrugIsFoundByItsSynonymAndNothingByAWordThatStandsNowhere() {
    Page page = open("/guide?text=RTX");
    assertThat(page.locator("table.treatments tbody th").first()).containsText("Rituximab");
    page.navigate(address("/guide?text=nowhere-at-all"));
    assertThat(page.locator("table.treatments")).hasCount(0);
    assertThat(page.locator("[role=status]").first()).containsText("“nowhere-at-all”: 0");
  }

  @Test
  void whatASourceDisprovesIsShownAsContradicted() {
    Page page = open("/guide/anakinra");
    Locator wrong = page.locator("[id='anakinra.guide-trials']");
    assertThat(wrong).containsText("contradicted");
    assertThat(wrong).containsText("None of the four trials");
  }

  @Test
  void aSignatureStandsUnderTheTextInItsLanguageOnly() {
    Page page = open("/guide/lung-transplant");
    assertThat(page.locator("main")).containsText("Not yet reviewed by a clinician.");
    page.locator("form button.primary").click();
    assertThat(page.locator("main")).containsText("Signed as reviewed.");
    assertThat(page.locator("main")).containsText("Reviewed by Demo");
    page.navigate(address("/language/it?back=/guide/lung-transplant"));
    assertThat(page.locator("main")).containsText("Non ancora rivisto da un clinico.");
    page.navigate(address("/language/en?back=/guide"));
    assertThat(
            page.locator("table.treatments tr")
                .filter(new Locator.FilterOptions().setHasText("Lung transplant")))
        .containsText("reviewed");
    // An entry about no study is for those who manage accounts.
    Page audit = open("/audit?action=sign-text", Width.desktop, "en", Role.ADMINISTRATOR);
    assertThat(audit.locator(".entries")).containsText("treatment/lung-transplant");
  }

  @Test
  void aTextThatChangedSinceItWasShownIsNotSigned() {
    Page page = open("/guide/plasma-exchange");
    page.evaluate("document.querySelector('input[name=shown]').value = 'another'");
    page.locator("form button.primary").click();
    assertThat(page.locator(".notice, .attention").first()).containsText("The text changed");
    assertThat(page.locator("main")).containsText("Not yet reviewed by a clinician.");
  }

  @Test
  void whoMayNotSignSeesNoForm() {
    Page page = open("/guide/oxygen", Width.desktop, "en", Role.VIEWER);
    assertThat(page.locator("form button.primary")).hasCount(0);
    assertThat(page.locator("main")).containsText("For research and records");
  }

  @Test
  void onPaperTheFormIsGoneAndMarksSourcesAndCautionStay() {
    Page page = open("/guide/glucocorticoid-pulse");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("form button.primary")).isHidden();
    assertThat(page.locator(".source-mark").first()).isVisible();
    assertThat(page.locator(".sources li li").first()).isVisible();
    assertThat(page.getByText("For research and records, not a medical device.").first())
        .isVisible();
    picture(page, "guide-print");
  }
}
