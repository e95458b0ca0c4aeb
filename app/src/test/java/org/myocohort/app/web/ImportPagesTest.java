package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Import and export as a data manager does them.
class ImportPagesTest extends BrowserTest {
  private static final String STUDY = "/studies/anakinra-antisynthetase";

  @TempDir Path folder;

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void bring(Page page, Path file) {
    page.setInputFiles("#file", file);
    press(page, "Read the file");
  }

  @Test
  void aSpreadsheetWithTwoBadRowsIsImportedWithoutThem() throws IOException {
    Path file = folder.resolve("visite <b>2026.csv");
    Files.writeString(
        file,
        """
        Paziente;Sesso;Data visita;MMT8;MMT max;HAQ;CRP
        IMP-1;F;10/01/2026;70;80;1,5;12,4
        IMP-1;F;13/04/2026;92;80;0,5;4,1
        IMP-2;M;31/02/2026;78;80;0,25;
        IMP-3;M;15/02/2026;79;80;0;
        """);
    Page page = open(STUDY + "/import");
    check(page, "import-desktop-en");
    bring(page, file);
    assertThat(page.textContent("#mapping")).contains("visite _b_2026.csv", "mg/L");
    check(page, "import-mapping-desktop-en");
    page.setViewportSize(360, 740);
    check(page, "import-mapping-phone-en");
    page.setViewportSize(1280, 900);
    page.getByLabel("Unit of CRP").fill("mg/L");
    press(page, "See what each row would do");

    assertThat(page.textContent("#check")).contains("MMT8", "92", "Data visita", "31/02/2026");
    check(page, "import-check-desktop-en");
    page.setViewportSize(360, 740);
    check(page, "import-check-phone-en");
    page.setViewportSize(1280, 900);
    press(page, "Import");
    assertThat(page.textContent(".notice")).contains("Nothing was imported");
    page.getByLabel("Import the good rows and leave the others out").check();
    press(page, "Import");
    assertThat(page.textContent(".notice")).contains("is done");
    page.navigate(address(STUDY + "/import"));

    Download download =
        page.waitForDownload(() -> {
          page.navigate(address(STUDY + "/export?as=xlsx&consent=not-recorded-too"));
          press(page, "Download");
        });
    Path exported = folder.resolve("export.xlsx");
    download.saveAs(exported);
    page.navigate(address(STUDY + "/import"));
    bring(page, exported);
    press(page, "See what each row would do");
    assertThat(page.textContent("#check")).contains("Nothing to change").contains("unchanged");

    page.navigate(address(STUDY + "/import"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take import"))
        .first()
        .click();
    check(page, "import-undo-desktop-en");
    page.locator("button.danger").click();
    assertThat(page.textContent(".notice")).contains("was taken back");
  }

  @Test
  void aHostileFileIsRefusedWithItsReason() throws IOException {
    Path file = folder.resolve("binary.csv");
    Files.write(file, new byte[] {'a', ',', 0, 1, '\n'});
    Page page = open(STUDY + "/import");
    bring(page, file);
    assertThat(page.textContent(".errors")).contains("not a text file");
  }

  @Test
  void whatWouldLeaveIsShownBeforeItLeaves() {
    Page page = open("/studies/synthetic-centre/export?kind=shifted");
    assertThat(page.textContent("#export")).contains("unique by nature", "patients.consent_scope");
    check(page, "export-desktop-en");
    press(page, "Download");
    assertThat(page.textContent(".notice")).contains("Nothing left");
    Page phone = open("/studies/synthetic-centre/export?kind=shifted", Width.phone, "it");
    check(phone, "export-phone-it");
    check(open(STUDY + "/import", Width.phone, "it"), "import-phone-it");
  }
}
