package org.myocohort.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {
  private static final String BOM = "\uFEFF";

  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("commas", "id,name\nA,Anna\n", StandardCharsets.UTF_8),
        Arguments.of("semicolons", "id;name\nA;Anna\n", StandardCharsets.UTF_8),
        Arguments.of("tabs", "id\tname\nA\tAnna\n", StandardCharsets.UTF_8),
        Arguments.of("byte-order mark", BOM + "id,name\nA,Anna\n", StandardCharsets.UTF_8),
        Arguments.of("Windows line ends", "id,name\r\nA,Anna\r\n", StandardCharsets.UTF_8),
        Arguments.of("old Macintosh line ends", "id,name\rA,Anna\r", StandardCharsets.UTF_8),
        Arguments.of("no last line end", "id,name\nA,Anna", StandardCharsets.UTF_8),
        Arguments.of(
            "quotes everywhere", "\"id\",\"name\"\n\"A\",\"Anna\"\n", StandardCharsets.UTF_8),
        Arguments.of("spaces around cells", "id , name\n A , Anna \n", StandardCharsets.UTF_8),
        Arguments.of("blank lines", "id,name\n\n,\nA,Anna\n \n", StandardCharsets.UTF_8),
        Arguments.of("UTF-8", "id,name,x\nA,Anna,è\n", StandardCharsets.UTF_8),
        Arguments.of("Latin-1", "id,name,x\nA,Anna,è\n", StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void everyDialectIsReadAndWrittenBackByteForByte(String dialect, String text, Charset encoding)
      throws Exception {
    byte[] bytes = text.getBytes(encoding);

    CsvFile table = CsvFile.parse(bytes, "t.csv");

    assertThat(table.header()).startsWith("id", "name");
    assertThat(table.rowCount()).isEqualTo(1);
    CsvFile.Row row = table.cursor().moveTo(0);
    assertThat(row.text(table.column("id"))).isEqualTo("A");
    assertThat(row.text(table.column("name"))).isEqualTo("Anna");
    if (table.column("x") >= 0) {
      assertThat(row.text(table.column("x"))).isEqualTo("è");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.write(out);
    assertThat(out.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void aQuotedCellHoldsDelimitersQuotesAndLineEndsAndLinesAreCountedAsInAnEditor()
      throws Exception {
    CsvFile table =
        CsvFile.parse(utf8("id,note\nA,\"one, \"\"two\"\"\r\nthree\"\nB,last\n"), "t.csv");

    CsvFile.Row row = table.cursor();
    assertThat(row.moveTo(0).text(1)).isEqualTo("one, \"two\"\r\nthree");
    assertThat(row.moveTo(0).line()).isEqualTo(2);
    assertThat(row.moveTo(1).line()).isEqualTo(4);
  }

  @Test
  void aColumnThatIsNotThereIsAnEmptyText() throws Exception {
    CsvFile table = CsvFile.parse(utf8("id\nA\n"), "t.csv");

    assertThat(table.column("name")).isEqualTo(-1);
    assertThat(table.cursor().moveTo(0).text(-1)).isEmpty();
  }

  @Test
  void everyMisshapenRowIsNamed() {
    assertThat(problems(utf8("a,b\n1\n1,2\n1,2,3\n")))
        .containsExactly(
            new Problem("t.csv", 2, "", "cells-expected", "1", List.of("2")),
            new Problem("t.csv", 4, "", "cells-expected", "3", List.of("2")));
  }

  @Test
  void aColumnNamedTwiceIsRefused() {
    assertThat(problems(utf8("a,b,a\n1,2,3\n")))
        .containsExactly(new Problem("t.csv", 1, "a", "column-twice", "a", List.of()));
  }

  @Test
  void anEmptyFileIsRefused() {
    Problem empty = new Problem("t.csv", 0, "", "file-empty", "", List.of());
    assertThat(problems(new byte[0])).containsExactly(empty);
    assertThat(problems(utf8(BOM))).containsExactly(empty);
    assertThat(problems(utf8("\n\r\n \n"))).containsExactly(empty);
  }

  @Test
  void aBinaryFileIsRefusedAtItsFirstControlCharacter() {
    assertThat(problems(new byte[] {'P', 'K', 3, 4, 20, 0}))
        .containsExactly(new Problem("t.csv", 0, "", "file-not-text", "3", List.of("2")));
  }

  @Test
  void aFileCutWithinAQuotedCellIsRefusedWhereTheQuoteOpens() {
    assertThat(problems(utf8("a,b\n1,2\n3,\"four")))
        .containsExactly(new Problem("t.csv", 3, "", "quote-not-closed", "", List.of()));
  }

  @Test
  void aDirectoryCannotBeOpenedAsATable(@TempDir Path folder) {
    FileSystemException refused =
        catchThrowableOfType(FileSystemException.class, () -> CsvFile.read(folder, "visits.csv"));

    assertThat(refused).hasMessage("visits.csv: is a directory, a file was expected");
  }

  @Test
  @Timeout(20)
  void oneLineOf200MegabytesIsRefusedWithoutReadingIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("long.csv");
    byte[] block = new byte[1_000_000];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
    }

    long start = System.nanoTime();
    BadInputException refused =
        catchThrowableOfType(BadInputException.class, () -> CsvFile.read(file, "long.csv"));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(refused.problems())
        .containsExactly(
            new Problem("long.csv", 1, "", "line-too-long", "x".repeat(40), List.of("1000000")));
    assertThat(taken).isLessThan(Duration.ofSeconds(1));
    Files.delete(file);
  }

  @Test
  void aLongLineFurtherDownIsRefusedAtItsLine() {
    assertThat(problems(utf8("a,b\n1,2\n" + "y".repeat(1_000_100) + "\n")))
        .containsExactly(
            new Problem("t.csv", 3, "", "line-too-long", "y".repeat(40), List.of("1000000")));
  }

  @Test
  void problemsBeyondTheLimitAreCounted() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int row = 0; row < 250; row++) {
      text.append("1\n");
    }
    BadInputException refused =
        catchThrowableOfType(
            BadInputException.class, () -> CsvFile.parse(utf8(text.toString()), "t.csv"));

    assertThat(refused.problems()).hasSize(Problems.KEPT);
    assertThat(refused.count()).isEqualTo(250);
  }

  private static List<Problem> problems(byte[] bytes) {
    return catchThrowableOfType(BadInputException.class, () -> CsvFile.parse(bytes, "t.csv"))
        .problems();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
