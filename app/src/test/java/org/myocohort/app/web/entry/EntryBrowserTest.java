package org.myocohort.app.web.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.web.BrowserTest;
import org.myocohort.registry.access.Role;

/// Enters, corrects and reviews a patient as its users do.
class EntryBrowserTest extends BrowserTest {
  private static final String STUDY = "/studies/synthetic-centre";

  private static String base(String patient) {
    return STUDY + "/patients/" + patient;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void fill(Page page, String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  private static Locator notice(Page page) {
    return page.locator(".notice");
  }

  private Page newPatient(String id) {
    Page page = open(STUDY + "/patients/new");
    page.locator("#id").fill(id);
    page.locator("#r-centre").fill("Padua");
    page.locator("#r-sex").selectOption("female");
    page.locator("#r-birth").fill("1960");
    press(page, "Save");
    page.waitForURL(address(base(id)));
    return page;
  }

  private static void visit(
      Page page, String patient, String date, String physician, String mmt, String haq) {
    page.navigate(address(base(patient) + "/visits/new"));
    page.locator("#v-date").fill(date);
    page.locator("#v-physician_global").fill(physician);
    page.locator("#v-patient_global").fill(physician);
    page.locator("#v-extramuscular").fill(physician);
    page.locator("#v-mmt").fill(mmt);
    page.locator("#v-mmt_max").selectOption("150");
    page.locator("#v-haq").fill(haq);
    page.locator("#v-ck").fill("1200");
    page.locator("#v-ck_uln").fill("190");
  }

  @Test
  void aPatientWithThreeVisitsIsEnteredAndTheScoreIsSeenWhileTyping() {
    Page page = newPatient("E-THREE");
    visit(page, "E-THREE", "10.1.2026", "6", "120", "1,5");
    page.locator("#v-baseline").selectOption("1");
    assertThat(page.locator("#preview")).containsText("baseline");
    press(page, "Save");
    assertThat(notice(page)).containsText("Saved, revision 2");
    assertThat(page.locator("#v-haq")).hasValue("1.5");
    assertThat(page.locator("#v-date")).hasValue("2026-01-10");

    visit(page, "E-THREE", "2026-04-10", "4", "130", "1");
    assertThat(page.locator("#v-haq-last")).containsText("1.5, 2026-01-10");
    // Physician and extramuscular 20 %: 15 and 12.5; patient 5; MMT 6.7 %: 10; HAQ 16.7 %: 7.5.
    assertThat(page.locator("#score")).hasText("50");
    page.locator("#v-physician_global").fill("1.5");
    assertThat(page.locator("#score")).hasText("55");
    page.locator("#v-physician_global").fill("n");
    page.locator("#v-patient_global").focus();
    assertThat(page.locator("#v-physician_global")).hasValue("ND");
    assertThat(page.locator("#score")).hasText("35–55");
    page.locator("#v-physician_global").fill("4");
    page.locator("#n1-measurement").fill("crp");
    page.locator("#n1-value").fill("<5");
    page.locator("#n1-unit").fill("mg/L");
    press(page, "Save");
    assertThat(notice(page)).containsText("revision 3");
    assertThat(page.locator("#m1-value")).hasValue("<5");
    assertThat(page.locator("#score")).hasText("50");

    visit(page, "E-THREE", "2026-07", "2", "148", "0,25");
    assertThat(page.locator("#n1-measurement")).hasValue("crp");
    press(page, "Save");
    assertThat(notice(page)).containsText("revision 4");
    assertThat(page.locator("#category")).hasText("major");
  }

  @Test
  void whatIsWrongOrUnusualIsSaidAtItsField() {
    Page page = newPatient("E-WRONG");
    visit(page, "E-WRONG", "2026-01-10", "12", "160", "1.5");
    press(page, "Save");
    assertThat(page.locator("#errors")).isFocused();
    assertThat(page.locator("#v-physician_global-error"))
        .hasText("Found \"12\", expected a number from 0 to 10");
    check(page, "entry-errors");
    page.locator("#errors a").first().click();
    assertThat(page.locator("#v-physician_global")).isFocused();
    fill(page, "Physician global activity", "1");
    fill(page, "Patient global activity", "1");
    fill(page, "Extramuscular activity", "1");
    press(page, "Save");
    assertThat(page.locator("#v-mmt-error")).containsText("150");
    page.locator("#v-mmt").fill("150");
    press(page, "Save");
    assertThat(notice(page)).containsText("Saved");

    visit(page, "E-WRONG", "2026-03-10", "8", "150", "1");
    press(page, "Save");
    assertThat(page.locator("#errors")).containsText("Please look again");
    assertThat(page.locator("#physician_global .doubt")).containsText("far from the last value");
    check(page, "entry-doubts");
    for (Locator right : page.getByLabel("It is right").all()) {
      right.check();
    }
    press(page, "Save");
    assertThat(notice(page)).containsText("Saved");
  }

  @Test
  void aCorrectionNeedsAReasonAndStandsInTheHistory() {
    Page page = newPatient("E-CORRECT");
    visit(page, "E-CORRECT", "2026-01-10", "6", "120", "1.5");
    press(page, "Save");
    page.getByText("All values with their history").click();
    page.locator("#r-haq").fill("1,25");
    press(page, "Save");
    assertThat(page.locator("#errors")).containsText("Expected a reason");
    fill(page, "Reason for the correction", "misread the form");
    press(page, "Save");
    assertThat(notice(page)).containsText("revision 3");
    Locator first = page.locator("#history tbody tr").first();
    assertThat(first).containsText("HAQ");
    assertThat(first).containsText("1.5");
    assertThat(first).containsText("1.25");
    assertThat(first).containsText("misread the form");
    check(page, "entry-history");
  }

  @Test
  void aRowOfAnyTableIsAddedAndRemovedAgain() {
    Page page = newPatient("E-ROW");
    page.navigate(address(base("E-ROW") + "/rows/treatments/new"));
    page.locator("#r-drug").fill("methotrexat");
    page.locator("#r-dose").fill("15");
    page.locator("#r-unit").selectOption("mg");
    press(page, "Save");
    assertThat(page.locator("#r-drug-error")).containsText("methotrexate is near");
    page.locator("#r-drug").fill("MTX");
    page.locator("#r-frequency").selectOption("daily");
    page.locator("#r-start").fill("2026-02");
    press(page, "Save");
    assertThat(page.locator("#frequency .doubt")).containsText("weekly");
    page.locator("#r-frequency").selectOption("weekly");
    press(page, "Save");
    assertThat(notice(page)).containsText("Saved");
    page.locator("summary", new Page.LocatorOptions().setHasText("Remove this row")).click();
    page.locator("#remove-reason").fill("another patient's drug");
    press(page, "Remove this row");
    assertThat(page.locator("main")).containsText("This row was removed");
    assertThat(page.locator("#history")).containsText("another patient's drug");
  }

  @Test
  void twoEditorsSeeBothVersionsAndChoose() {
    Page one = newPatient("E-TWO");
    visit(one, "E-TWO", "2026-01-10", "6", "120", "1.5");
    press(one, "Save");
    assertThat(notice(one)).containsText("Saved");
    String address = one.url().replaceFirst("http://[^/]+", "");
    Page two = open(address);

    one.locator("#v-haq").fill("1");
    one.locator("#v-mmt").fill("121");
    fill(one, "Reason for the correction", "seen in the letter");
    press(one, "Save");
    assertThat(notice(one)).containsText("revision 3");

    two.locator("#v-haq").fill("2");
    two.locator("#v-extramuscular").fill("5");
    fill(two, "Reason for the correction", "asked the patient");
    press(two, "Save");
    assertThat(two.locator("h1")).hasText("Somebody saved while you were editing");
    assertThat(two.locator("main")).containsText("seen in the letter");
    check(two, "entry-conflict");
    two.getByLabel(Pattern.compile("HAQ.*Mine:")).check();
    press(two, "Save on the new revision");
    assertThat(notice(two)).containsText("revision 4");
    assertThat(two.locator("#v-haq")).hasValue("2");
    assertThat(two.locator("#v-mmt")).hasValue("121");
    assertThat(two.locator("#v-extramuscular")).hasValue("5");
    two.getByText("All values with their history").click();
    assertThat(two.locator("#history")).containsText("seen in the letter");
    assertThat(two.locator("#history")).containsText("asked the patient");
  }

  @Test
  void aDraftSurvivesAClosedPage() {
    Page page = newPatient("E-DRAFT");
    page.navigate(address(base("E-DRAFT") + "/visits/new"));
    page.locator("#v-date").fill("2026-05");
    page.locator("#v-haq").fill("0,5");
    assertThat(page.locator("#draft-status")).containsText("Draft kept");
    page.close();

    Page again = open(base("E-DRAFT") + "/visits/new");
    assertThat(again.locator(".draft")).containsText("You have a draft of");
    assertThat(again.locator("#v-haq")).hasValue("");
    check(again, "entry-draft");
    again.getByText("Continue").click();
    assertThat(again.locator("#v-haq")).hasValue("0,5");
    press(again, "Save");
    assertThat(notice(again)).containsText("Saved");
    again.navigate(address(base("E-DRAFT") + "/visits/new"));
    assertThat(again.locator(".draft")).hasCount(0);
  }

  @Test
  void theVisitFormIsFilledByKeyboardAlone() {
    Page page = newPatient("E-KEYS");
    page.navigate(address(base("E-KEYS") + "/visits/new"));
    page.locator("#v-date").focus();
    page.keyboard().type("2026-01-10");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(page.locator("#v-physician_global")).isFocused();
    page.keyboard().type("4,5");
    page.keyboard().press("Tab");
    assertThat(page.locator("#v-patient_global")).isFocused();
    page.keyboard().type("n");
    page.keyboard().press("Tab");
    assertThat(page.locator("#v-patient_global")).hasValue("ND");
    assertThat(page.locator("#v-extramuscular")).isFocused();
    page.keyboard().press("Control+Enter");
    assertThat(notice(page)).containsText("Saved");
    assertThat(page.locator("#v-physician_global")).hasValue("4.5");
  }

  @Test
  void cellsOfASpreadsheetSpreadOverTheLines() {
    Page page = newPatient("E-PASTE");
    page.navigate(address(base("E-PASTE") + "/visits/new"));
    page.locator("#v-date").fill("2026-01-10");
    page.locator("#n1-measurement").focus();
    page.evaluate(
        """
        () => {
          const data = new DataTransfer();
          data.setData('text/plain', ['crp\\t12,5\\tmg/L', 'ferritin\\t300\\tug/L\\t\\t\\tIncreased',
            'esr\\t40\\tmm/h', 'ldh\\t300\\tU/L', 'platelets\\t250\\t10*9/L'].join('\\r\\n'));
          document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """);
    assertThat(page.locator("[name='n5.value']")).hasValue("250");
    assertThat(page.locator("[name='n2.qualitative']")).hasValue("increased");
    page.locator("[name='n2.qualitative']").selectOption("");
    press(page, "Save");
    assertThat(notice(page)).containsText("Saved");
    assertThat(page.locator("#m1-value")).hasValue("12.5");

    page.navigate(address(base("E-PASTE") + "/visits/paste"));
    fill(
        page,
        "Lines from the spreadsheet",
        "date\tHAQ\tphysician_global\n2026-02-10\t1,5\t6\n2026-03-10\t4\t5");
    press(page, "Show what will be saved");
    assertThat(page.locator("td .error")).containsText("expected a number from 0 to 3");
    check(page, "entry-paste");
    fill(
        page,
        "Lines from the spreadsheet",
        "date\tHAQ\tphysician_global\n2026-02-10\t1,5\t6\n2026-03-10\t1\t5");
    press(page, "Show what will be saved");
    press(page, "Save these visits");
    page.waitForURL(address(base("E-PASTE")));
  }

  @Test
  void aQueryIsAskedAnsweredAndClosed() {
    Page page = newPatient("E-QUERY");
    visit(page, "E-QUERY", "2026-01-10", "6", "120", "1.5");
    press(page, "Save");
    page.getByText("All values with their history").click();
    page.getByText("Ask about a value").click();
    page.locator("#column").selectOption("haq");
    check(page, "query-ask");
    fill(page, "Question", "Is 1.5 right?");
    press(page, "Open a query");
    assertThat(notice(page)).containsText("is open");
    fill(page, "Message", "Yes, seen on paper.");
    press(page, "Answer");
    assertThat(page.locator("h1")).containsText("answered");
    check(page, "query-thread");
    fill(page, "Message", "Thank you.");
    press(page, "Close");
    assertThat(page.locator("h1")).containsText("closed");
    page.navigate(address(STUDY + "/queries?state=closed"));
    assertThat(page.locator("tbody tr").first()).containsText("E-QUERY");
    check(page, "query-list");
  }

  @Test
  void aSignedVisitIsVoidAfterAChangeAndALockedPatientIsReadOnly() {
    Page page = newPatient("E-SIGN");
    visit(page, "E-SIGN", "2026-01-10", "6", "120", "1.5");
    press(page, "Save");
    String address = page.url();
    page.getByText("Sign", new Page.GetByTextOptions().setExact(true)).click();
    check(page, "sign");
    press(page, "Sign as Demo");
    assertThat(page.locator("main")).containsText("holds");
    page.navigate(address);
    assertThat(page.locator("main")).containsText("Signed by Demo");
    page.locator("#v-haq").fill("1");
    fill(page, "Reason for the correction", "misread");
    press(page, "Save");
    assertThat(page.locator("main")).containsText("void");

    page.navigate(address(base("E-SIGN") + "/lock"));
    check(page, "lock");
    fill(page, "Why", "analysis of 2026");
    press(page, "Lock");
    page.navigate(address);
    assertThat(page.locator("main")).containsText("analysis of 2026");
    assertThat(page.locator("#entry")).hasCount(0);
    check(page, "entry-locked");
  }

  @ParameterizedTest
  @CsvSource({"desktop, en", "phone, it"})
  void theFormsAreAccessibleAndFitTheWindow(Width width, String language) {
    String end = "-" + width + "-" + language;
    check(form(STUDY + "/patients/new", width, language), "entry-patient" + end);
    check(form(base("SC-002") + "/visits/new", width, language), "entry-visit-new" + end);
    check(form(base("SC-002") + "/visits/V-SC002-03", width, language), "entry-visit" + end);
    check(form(base("SC-002") + "/visits/paste", width, language), "entry-paste" + end);
    for (String table : RowForms.TABLES) {
      check(form(base("SC-002") + "/rows/" + table + "/new", width, language), table + end);
    }
    check(form(base("SC-002") + "/rows/patients/SC-002", width, language), "patients" + end);
    check(form(STUDY + "/queries", width, language), "queries" + end);
  }

  private Page form(String path, Width width, String language) {
    return look(path, width, language, Role.DATA_MANAGER);
  }

  private static final class RowForms {
    static final String[] TABLES = {
      "antibodies",
      "manifestations",
      "measurements",
      "treatments",
      "adverse_events",
      "events",
      "biomarkers"
    };
  }
}
