package org.myocohort.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvEditTest {
  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("plain", "id,haq\nA,1\nB,2\n", "1.5", "id,haq\nA,1.5\nB,2\n"),
        Arguments.of(
            "decimal comma", "id;haq\r\nA;1,0\r\nB;2,0", "1,5", "id;haq\r\nA;1,5\r\nB;2,0"),
        Arguments.of("quoted", "id,haq\nA,\"1\"\nB,\"2\"\n", "3", "id,haq\nA,\"3\"\nB,\"2\"\n"),
        Arguments.of("padded", "id,haq\nA,  1 \nB,2\n", "3", "id,haq\nA,  3 \nB,2\n"),
        Arguments.of("from empty", "id,haq\nA,\nB,2\n", "3", "id,haq\nA,3\nB,2\n"),
        Arguments.of("to empty", "id,haq\nA,1\nB,2\n", "", "id,haq\nA,\nB,2\n"),
        Arguments.of("with delimiter", "id,haq\nA,1\n", "1,2", "id,haq\nA,\"1,2\"\n"),
        Arguments.of("with quote", "id,haq\nA,1\n", "5\"", "id,haq\nA,\"5\"\"\"\n"),
        Arguments.of("with line end", "id,haq\nA,1\n", "a\nb", "id,haq\nA,\"a\nb\"\n"),
        Arguments.of("byte-order mark", "\uFEFFid,haq\nA,1\n", "2", "\uFEFFid,haq\nA,2\n"),
        Arguments.of("beyond ASCII", "id,haq\nA,1\n", "è", "id,haq\nA,è\n"),
        Arguments.of("unchanged", "id,haq\nA,\"1\"\n\n,\n", "1", "id,haq\nA,\"1\"\n\n,\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void oneCellChangesAndEveryOtherByteStays(
      String name, String before, String text, String expected) throws Exception {
    CsvFile changed = new CsvEdit(table(before)).cell(0, "haq", text).apply();

    assertThat(written(changed)).isEqualTo(expected);
    assertThat(changed.cursor().moveTo(0).text(1)).isEqualTo(text);
  }

  @Test
  void aLatin1TableStaysLatin1() throws Exception {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    CsvFile before = CsvFile.parse("id,note\nA,età\nB,x\n".getBytes(latin1), "t.csv");

    CsvFile changed = new CsvEdit(before).cell(1, "note", "più").apply();

    assertThat(changed.bytes()).isEqualTo("id,note\nA,età\nB,più\n".getBytes(latin1));
  }

  @Test
  void aTextThatTheEncodingCannotWriteIsRefused() throws Exception {
    byte[] latin1 = "id,note\nA,età\n".getBytes(StandardCharsets.ISO_8859_1);
    CsvEdit edit = new CsvEdit(CsvFile.parse(latin1, "t.csv")).cell(0, "note", "≥ 5");

    assertThat(catchThrowableOfType(BadInputException.class, edit::apply).problems())
        .containsExactly(
            new Problem("t.csv", 2, "note", "not-in-encoding", "≥ 5", List.of("ISO-8859-1")));
  }

  @Test
  void severalChangesAreMadeAtOnceInWhateverOrderTheyAreGiven() throws Exception {
    CsvFile changed =
        new CsvEdit(table("id,a,b\nA,1,2\nB,3,4\n"))
            .cell(1, "b", "40")
            .cell(0, "b", "20")
            .cell(0, "a", "10")
            .append(Map.of("id", "C", "b", "60"))
            .apply();

    assertThat(written(changed)).isEqualTo("id,a,b\nA,10,20\nB,3,40\nC,,60\n");
  }

  static Stream<Arguments> tails() {
    return Stream.of(
        Arguments.of("id,a\nA,1\n", "id,a\nA,1\nB,2\n"),
        Arguments.of("id,a\nA,1", "id,a\nA,1\nB,2"),
        Arguments.of("id;a\r\nA;1\r\n", "id;a\r\nA;1\r\nB;2\r\n"),
        Arguments.of("id,a\rA,1\r", "id,a\rA,1\rB,2\r"),
        Arguments.of("id,a\r\nA,1", "id,a\r\nA,1\r\nB,2"),
        Arguments.of("\"id\",\"a\nb\"\r\nA,1\r\n", "\"id\",\"a\nb\"\r\nA,1\r\nB,\r\n"),
        Arguments.of("id,a", "id,a\nB,2"));
  }

  @ParameterizedTest
  @MethodSource("tails")
  void aNewRowEndsAsTheOthersDo(String before, String expected) throws Exception {
    Map<String, String> row =
        table(before).column("a") < 0 ? Map.of("id", "B") : Map.of("id", "B", "a", "2");

    assertThat(written(new CsvEdit(table(before)).append(row).apply())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} without row {1}")
  @CsvSource({
    "'a;b\r\n1;2\r\n3;4\r\n', 0, 'a;b\r\n3;4\r\n'",
    "'a;b\r\n1;2\r\n3;4\r\n', 1, 'a;b\r\n1;2\r\n'",
    "'a,b\n1,\"x\ny\"\n3,4', 0, 'a,b\n3,4'",
    "'a,b\n1,2\n3,4', 1, 'a,b\n1,2\n'"
  })
  void aRowIsTakenAwayWithItsLineEnd(String before, int row, String expected) throws Exception {
    CsvFile table = CsvFile.parse(before.getBytes(StandardCharsets.UTF_8), "t.csv");
    assertThat(new CsvEdit(table).remove(row).apply().bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(expected);
  }

  @Test
  void rowsAreTakenAwayChangedAndAddedAtOnce() throws Exception {
    CsvFile table = CsvFile.parse("a,b\n1,2\n3,4\n5,6\n".getBytes(StandardCharsets.UTF_8), "t");
    CsvEdit edit = new CsvEdit(table).cell(2, "a", "7").remove(1).cell(0, "b", "8").remove(0);
    assertThat(edit.append(Map.of("a", "9")).apply().bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("a,b\n7,6\n9,\n");
  }

  @Test
  void aRowOrColumnThatIsNotThereIsTheCallersMistake() throws Exception {
    CsvEdit edit = new CsvEdit(table("id,a\nA,1\n"));

    assertThatThrownBy(() -> edit.cell(1, "a", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row must be in [0, 0] but was 1");
    assertThatThrownBy(() -> edit.cell(0, "b", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t.csv has no column b but [id, a]");
  }

  private static CsvFile table(String text) throws BadInputException {
    return CsvFile.parse(text.getBytes(StandardCharsets.UTF_8), "t.csv");
  }

  private static String written(CsvFile table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
