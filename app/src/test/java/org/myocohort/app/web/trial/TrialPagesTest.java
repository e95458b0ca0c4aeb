package org.myocohort.app.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// The trials as a coordinator and a data manager use them.
class TrialPagesTest extends BrowserTest {
  private static final String PATIENT = "/studies/synthetic-centre/patients/SC-010";

  @TempDir Path folder;

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String record(String number, String status, String day) {
    return """
    {"protocolSection":{"identificationModule":{"nctId":"%s","briefTitle":"A made-up trial"},\
    "statusModule":{"overallStatus":"%s","lastUpdatePostDateStruct":{"date":"%s"}},\
    "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2"]},\
    "eligibilityModule":{"eligibilityCriteria":"Inclusion Criteria:\\n\\n* Age 18 or more\\n",\
    "minimumAge":"18 Years"}}}
    """
        .formatted(number, status, day);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void bring(Page page, Path file) {
    page.navigate(address("/trials/import"));
    page.setInputFiles("#file", file);
    press(page, "Read the file");
  }

  @Test
  void wordsNarrowTheListWhileTheyAreTypedAndTheAddressKeepsThem() {
    Page page = open("/trials");
    page.locator("#text").fill("daxdilimab");
    page.locator("#found a:has-text('Daxdilimab')").first().waitFor();
    page.waitForURL(url -> url.endsWith("/trials?text=daxdilimab"));
    assertThat(page.locator("#count").textContent()).contains("of 1");
    page.reload();
    assertThat(page.locator("#found").textContent())
        .contains("NCT05669014", "as of", "not today's status");
    page.locator("#found a").first().click();
    assertThat(page.locator("#trial").textContent())
        .contains("known to be incomplete", "Inclusion", "A person wrote these criteria as rules");
  }

  @Test
  void aPlaceIsACityOfTheRecordsOrDegreesAndAnythingElseIsSaid() {
    Page page = open("/trials?near=Rozzano&within=50");
    assertThat(page.locator("#found").textContent())
        .contains("0 km: Rozzano", "NCT05869955", "Distances are from 45.38193");
    page.navigate(address("/trials?near=45.46,9.19&within=50"));
    assertThat(page.locator("#found").textContent()).contains("9 km: Rozzano", "NCT05869955");
    page.navigate(address("/trials?near=Atlantis"));
    assertThat(page.locator("#found").textContent()).contains("No site is known in Atlantis");
    page.navigate(address("/trials?text=%22half"));
    assertThat(page.locator("#found").textContent()).contains("cannot be read as a search");
    page.navigate(address("/trials?text=/(a%7B1,9%7D)%7B1,9%7D%7B99%7D/"));
    assertThat(page.locator("#found").count()).isEqualTo(1);
  }

  @Test
  void theListHasPagesWithoutAnyScript() {
    Page page = open("/trials");
    String last = page.locator("#found .trial-name").last().textContent();
    page.locator("a[rel=next]").click();
    assertThat(page.url()).contains("page=2");
    assertThat(page.locator("#found .trial-name").first().textContent()).isNotEqualTo(last);
    page.navigate(address("/trials?page=99999"));
    assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
    assertThat(page.locator("#found .trial-name").count()).isPositive();
  }

  @Test
  void aPatientIsPutAgainstATrialAndEachValueOpensItsRow() {
    Page page = open(PATIENT);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trials")).last().click();
    assertThat(page.url()).endsWith(PATIENT + "/trials");
    assertThat(page.locator("#patient").textContent())
        .contains("No answer says that somebody is eligible", "not today's status");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.matches')).listStyleType"))
        .as("the style of the page")
        .isEqualTo("none");
    assertThat(page.locator(".matches > li h3").allTextContents())
        .hasSize(6)
        .allMatch(name ->
            name.toLowerCase(java.util.Locale.ROOT)
                .matches("(?s).*myo(sitis|path).*|.*synthetase.*"));
    page.locator("summary:has-text('other diseases: 10')").click();
    assertThat(page.locator("details a:has-text('Bosentan')").isVisible()).isTrue();
    page.locator(".matches a:has-text('Efgartigimod')").click();
    assertThat(page.locator(".answers > li").count()).isPositive();
    page.locator(".answers summary").nth(1).click();
    check(page, "patient-trial-opened-desktop-en");
    assertThat(page.locator("#patient > section .attention").first().textContent())
        .contains("known to be incomplete");
    Locator value = page.locator(".answers ul a").first();
    String source = value.getAttribute("href");
    assertThat(source).startsWith(PATIENT + "/rows/");
    value.click();
    assertThat(page.url()).contains("/rows/");
    assertThat(page.locator("h1").count()).isEqualTo(1);
    check(open(PATIENT + "/trials"), "patient-trials-again-desktop-en");
  }

  @Test
  void theDayCanBeChosenAndATrialWithoutRulesIsNeverBetterThanUndetermined() {
    Page page = open(PATIENT + "/trials?on=1950-01-01");
    assertThat(page.locator("#trials-heading").textContent()).contains("1950-01-01");
    page.locator("#trial").fill("NCT07410377");
    press(page, "Compare");
    assertThat(page.url()).endsWith("/trials/NCT07410377?on=1950-01-01");
    assertThat(page.locator("#patient").textContent())
        .contains("Nobody wrote rules for this trial")
        .doesNotContain("potentially eligible");
    page.navigate(address(PATIENT + "/trials?trial=NCT99999999"));
    assertThat(page.locator("#patient").textContent()).contains("No trial has the number");
  }

  @Test
  void theSheetListsWhatIsOpenAndPrintsWithoutButtons() {
    Page page = open(PATIENT + "/trials");
    page.locator("a:has-text('Sheet for the coordinator')").click();
    assertThat(page.locator(".sheet").textContent()).contains("Result, who, when");
    assertThat(page.locator(".sheet .verdict.notmet").count()).isZero();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header nav").isVisible()).isFalse();
    check(page, "patient-trials-sheet-print-en");
  }

  @Test
  void whatIsNotThereOrNotToBeSeenIsNotFound() {
    Page page = open("/trials");
    for (String path :
        new String[] {
          "/trials/NCT99999999",
          "/studies/synthetic-centre/patients/SC-999/trials",
          "/studies/synthetic-centre/patients/SC-999/trials/NCT05669014",
          PATIENT + "/trials/NCT99999999",
          "/trials/import/unknown"
        }) {
      assertThat(page.request().get(address(path)).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void twoSnapshotsAreBroughtAndTheirDifferenceIsListed() throws IOException {
    Page page = open("/trials/import", Width.desktop, "en", Role.ADMINISTRATOR);
    bring(
        page,
        file(
            "first-2030-01-01.json",
            "[" + record("NCT90000001", "RECRUITING", "2029-12-01") + "]"));
    assertThat(page.locator("#check").textContent())
        .contains("Records that can be imported: 1", "2030-01-01");
    check(page, "trial-check-desktop-en");
    press(page, "Import (1)");
    assertThat(page.locator(".notice").textContent()).contains("1 new");
    bring(
        page,
        file(
            "second-2030-02-01.json",
            "["
                + record("NCT90000001", "COMPLETED", "2030-01-15")
                + ","
                + record("NCT90000002", "RECRUITING", "2030-01-15")
                + ","
                + record("nonsense", "RECRUITING", "2030-01-15")
                + "]"));
    assertThat(page.locator("#check").textContent())
        .contains("record 3", "nctId", "expected a number such as NCT05669014");
    check(page, "trial-check-problems-desktop-en");
    page.setViewportSize(360, 740);
    check(page, "trial-check-problems-phone-en");
    page.setViewportSize(1280, 900);
    press(page, "Import (2)");
    page.locator(".notice").waitFor();
    page.navigate(address("/trials/changes?from=2030-01-01&to=2030-02-01&trial=NCT90000001"));
    assertThat(page.locator("#changes del").textContent()).isEqualTo("recruiting");
    assertThat(page.locator("#changes ins").textContent()).isEqualTo("completed");
    page.navigate(address("/trials/NCT90000002"));
    assertThat(page.locator("#trial").textContent()).contains("as of 2030-02-01");
    page.navigate(address("/audit"));
    assertThat(page.locator("main").textContent()).contains("trials imported");
  }

  @Test
  void aFileThatHoldsNoTrialIsRefusedWithTheReason() throws IOException {
    Page page = open("/trials/import");
    bring(page, file("not-trials.csv", "a,b\n1,2\n"));
    assertThat(page.locator("#check").textContent())
        .contains("Nothing in this file can be imported", "expected this column");
    bring(page, file("cut.json", "[{\"protocolSection\": "));
    assertThat(page.locator("#check").textContent()).contains("the JSON cannot be read");
    bring(
        page,
        file("bomb.xml", "<!DOCTYPE a [<!ENTITY b \"bb\">]><clinical_study>&b;</clinical_study>"));
    assertThat(page.locator("#check").textContent()).contains("Nothing in this file");
  }
}
