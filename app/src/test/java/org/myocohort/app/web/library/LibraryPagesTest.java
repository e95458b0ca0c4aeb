package org.myocohort.app.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

class LibraryPagesTest extends BrowserTest {
  @Test
  void aReaderSearchesOpensAPageAndFindsItsSource() {
    Page page = open("/library", Width.phone, "en", Role.VIEWER);
    page.locator("#words").fill("neutrophils");
    page.locator(".library-search button").click();
    page.locator(".page-list a").first().click();
    assertThat(page.url()).endsWith("/library/anakinra");
    page.locator("sup a").first().click();
    assertThat(page.locator(":target").textContent()).contains("Read on 2026-");
    assertThat(page.locator(".neighbours [aria-current]").textContent()).isEqualTo("Anakinra");
    page.locator(".neighbours a", new Page.LocatorOptions().setHasText("Rituximab")).click();
    assertThat(page.locator("h1").textContent()).isEqualTo("Rituximab");
    page.locator("article p.no-print a").click();
    assertThat(page.url()).endsWith("/library");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void printIsLargeAndEveryPageSaysThatNobodyReviewedIt(String language) {
    Page page = open("/library/glucocorticoids-oral", Width.desktop, language);
    assertThat(
            page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('.reading p"
                    + ":not(.not-reviewed)')).fontSize)"))
        .isEqualTo(20);
    assertThat(page.locator(".not-reviewed").textContent())
        .contains(language.equals("it") ? "Non ancora rivista" : "Not yet reviewed");
    check(page, "library-steroids-" + language);
  }

  @Test
  void aPageThatIsNotThereIsNotFound() {
    Page page = open("/library");
    assertThat(page.request().get(address("/library/snake-oil")).status()).isEqualTo(404);
  }
}
