package org.myocohort.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

/// Files made to do harm: each is refused with its reason, in bounded memory, and nothing is left
/// of it on the disk.
class HostileFileTest {
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
  private static final String WORKBOOK =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"visits\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

  @TempDir Path folder;

  /// What a zip entry holds.
  @FunctionalInterface
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path zip(Object... namesAndContents) throws IOException {
    Path file = folder.resolve("upload.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        ((Content) namesAndContents[i + 1]).write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  private Path workbook(String sheet) throws IOException {
    return zip(
        "[Content_Types].xml",
        text(TYPES),
        "xl/workbook.xml",
        text(WORKBOOK),
        "xl/_rels/workbook.xml.rels",
        text(RELATIONS),
        "xl/worksheets/sheet1.xml",
        text(sheet));
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  private static Problem refused(Path file) {
    return refused(file, Limits.DEFAULT);
  }

  private static Problem refused(Path file, Limits limits) {
    BadInputException wrong =
        catchThrowableOfType(BadInputException.class, () -> Source.open(file, "upload", limits));
    assertThat(wrong).isNotNull();
    return wrong.problems().getFirst();
  }

  private static Content zeros(long size) {
    return out -> {
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) '0');
      for (long written = 0; written < size; written += zeros.length) {
        out.write(zeros);
      }
    };
  }

  @Test
  void aFileThatGrowsAThousandTimesIsRefused() throws IOException {
    Path bomb = zip("visits.csv", zeros(300_000_000));
    assertThat(Files.size(bomb)).isLessThan(1_000_000);
    assertThat(refused(bomb).code()).isEqualTo("zip-ratio");
  }

  @Test
  void manyFilesThatAreTooLargeTogetherAreRefused() throws IOException {
    Path many = zip("a.csv", zeros(3_000_000), "b.csv", zeros(3_000_000));
    Limits small = new Limits(10_000_000, 4_000_000, 10, 100_000, 1000);
    assertThat(refused(many, small).code()).isEqualTo("zip-too-large");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Object[] entries = new Object[2 * 501];
    for (int i = 0; i < 501; i++) {
      entries[2 * i] = "t" + i + ".csv";
      entries[2 * i + 1] = text("a,b\n");
    }
    assertThat(refused(zip(entries)).code()).isEqualTo("zip-entries");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../patients.csv",
        "a/../../patients.csv",
        "/etc/patients.csv",
        "C:\\patients.csv",
        "..\\patients.csv",
        "a\u0000b.csv",
        "a\nb.csv"
      })
  void aNameThatLeavesTheFolderIsRefused(String name) throws IOException {
    assertThat(refused(zip(name, text("id\nP1\n"))).code()).isIn("zip-name", "zip-damaged");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aZipInAZipIsRefused() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      zip.putNextEntry(new ZipEntry("visits.csv"));
      zip.closeEntry();
    }
    assertThat(refused(zip("visits.csv", (Content) out -> out.write(inner.toByteArray()))).code())
        .isEqualTo("zip-nested");
  }

  @Test
  void aTruncatedZipIsRefused() throws IOException {
    Path whole = zip("visits.csv", text("patient,date\nP1,2026-01-01\n"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length - 30));
    assertThat(refused(whole).code()).isEqualTo("zip-damaged");
  }

  /// A bit changed anywhere, or the end cut off anywhere: refused, or read as it was written.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDamagedFileIsNeverReadAsAnother(boolean asWorkbook) throws Exception {
    String cells = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>patient</v></c></row>";
    Path file =
        asWorkbook
            ? workbook(sheet(cells + cells.replace("1\"", "2\"").replace("patient", "P1")))
            : zip("visits.csv", text("patient,date\nP1,2026-01-01\nP2,2026-01-02\n"));
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Path damaged = folder.resolve("damaged");
    Files.write(damaged, bytes);
    List<List<String>> whole = rows(Source.open(damaged, "upload", Limits.DEFAULT));
    assertThat(whole).hasSizeGreaterThan(1);
    int refused = 0;
    // A workbook is the longer one, and much of it is names.
    int step = asWorkbook ? 5 : 1;
    for (int bit = 0; bit < bytes.length * 8; bit += step) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      refused += isRefused(damaged, changed, whole) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(bytes.length * 2 / step);
    for (int length = 8; length < bytes.length; length++) {
      assertThat(isRefused(damaged, java.util.Arrays.copyOf(bytes, length), whole)).isTrue();
    }
  }

  private static boolean isRefused(Path file, byte[] bytes, List<List<String>> whole)
      throws IOException {
    Files.write(file, bytes);
    try {
      List<List<String>> read = rows(Source.open(file, "upload", Limits.DEFAULT));
      // What is no zip any more, or no workbook, is read as a text or a zip without tables.
      assertThat(read).isIn(whole, List.of());
      return false;
    } catch (BadInputException _) {
      return true;
    }
  }

  private static List<List<String>> rows(Source source) {
    List<List<String>> rows = new ArrayList<>();
    for (SourceTable table : source.tables()) {
      rows.add(table.header());
      for (int i = 0; i < table.rowCount(); i++) {
        rows.add(table.row(i));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE w SYSTEM \"http://127.0.0.1:1/x.dtd\">"
      })
  void aWorkbookThatDeclaresEntitiesIsRefused(String declaration) throws IOException {
    Path utf8 = workbook("<?xml version=\"1.0\"?>" + declaration + sheet(""));
    assertThat(refused(utf8).code()).isEqualTo("xml-declares");
    Path utf16 =
        zip(
            "[Content_Types].xml",
            text(TYPES),
            "xl/workbook.xml",
            (Content) out -> out.write((declaration + WORKBOOK).getBytes(StandardCharsets.UTF_16)));
    assertThat(refused(utf16).code()).isEqualTo("xml-declares");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"str\"><v>x</v></c></row>",
        "<row r=\"999999999\"><c r=\"A999999999\" t=\"str\"><v>x</v></c></row>"
      })
  void aCellFarOutsideASheetIsRefused(String row) throws IOException {
    assertThat(refused(workbook(sheet(row))).code()).isEqualTo("cell-too-far");
  }

  @Test
  void aSheetOfWideRowsIsRefusedBeforeItFillsTheMemory() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= 3000; row++) {
      rows.append("<row r=\"").append(row).append("\"><c r=\"XFD").append(row);
      rows.append("\" t=\"str\"><v>x").append(row).append("</v></c></row>");
    }
    assertThat(refused(workbook(sheet(rows.toString()))).code()).isEqualTo("cells-too-many");
  }

  @Test
  void aWorkbookThatIsNoneIsRefused() throws IOException {
    assertThat(refused(workbook("<worksheet><sheetData><row")).code())
        .isEqualTo("workbook-damaged");
    Path old = folder.resolve("old.xls");
    Files.write(old, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0, 0});
    assertThat(refused(old).code()).isEqualTo("old-workbook");
  }

  @Test
  void aBinaryFileAndALineWithoutEndAreRefused() throws IOException {
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {'a', ',', 0, 1, 2, '\n'});
    assertThat(refused(binary).code()).isEqualTo("file-not-text");
    Path line = folder.resolve("line.csv");
    try (OutputStream out = Files.newOutputStream(line)) {
      zeros(200_000_000).write(out);
    }
    long before = Runtime.getRuntime().totalMemory();
    assertThat(refused(line).code()).isEqualTo("line-too-long");
    assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(100_000_000);
    Limits small = new Limits(1000, 4_000_000, 10, 100, 1000);
    assertThat(refused(line, small).code()).isEqualTo("upload-too-large");
  }

  @Test
  void latin1IsReadAsSuch() throws IOException, BadInputException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "patient;città\nP1;Forlì\n".getBytes(StandardCharsets.ISO_8859_1));
    Source source = Source.open(file, "latin.csv", Limits.DEFAULT);
    assertThat(source.tables().getFirst().row(0)).containsExactly("P1", "Forlì");
  }
}
