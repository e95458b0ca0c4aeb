package org.myocohort.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppendedTableTest {
  @TempDir private Path folder;
  private Path file;
  private AppendedTable table;

  @BeforeEach
  void open() {
    file = folder.resolve("log.csv");
    table = new AppendedTable(file, "log.csv", List.of("time", "what", "why"));
  }

  @Test
  void beginsWithItsHeader() throws Exception {
    assertThat(table.read().rowCount()).isZero();
    table.append(List.of(List.of("1", "a, b", "said \"no\"")));
    table.append(List.of(List.of("2", "c", "two\nlines"), List.of("3", "", "")));
    assertThat(file)
        .hasContent("time,what,why\n1,\"a, b\",\"said \"\"no\"\"\"\n2,c,\"two\nlines\"\n3,,\n");
    assertThat(cell(2, "why")).isEmpty();
    assertThat(cell(1, "why")).isEqualTo("two\nlines");
  }

  @Test
  void passesOverARowThatWasCutOffAndTakesItAwayWithTheNext() throws Exception {
    table.append(List.of(List.of("1", "a", "")));
    String whole = Files.readString(file);
    for (String cut : List.of("2", "2,b", "2,\"b", "2,b,\"because it")) {
      Files.writeString(file, whole + cut);
      assertThat(table.read().rowCount()).as(cut).isEqualTo(1);
      table.append(List.of(List.of("3", "c", "")));
      assertThat(file).hasContent(whole + "3,c,\n");
    }
  }

  @Test
  void keepsALastRowThatAPersonTypedWithoutLineEnd() throws Exception {
    Files.writeString(file, "time,what,why\n1,a,x");
    assertThat(table.read().rowCount()).isEqualTo(1);
    table.append(List.of(List.of("2", "b", "")));
    assertThat(file).hasContent("time,what,why\n1,a,x\n2,b,\n");
  }

  @Test
  void takesAwayWhatWasNeverAcknowledged() throws Exception {
    table.append(List.of(List.of("1", "a", ""), List.of("2", "b", ""), List.of("3", "c", "")));
    table.keepFirst(1);
    assertThat(file).hasContent("time,what,why\n1,a,\n");
    table.keepFirst(5);
    assertThat(file).hasContent("time,what,why\n1,a,\n");
  }

  @Test
  void followsColumnsThatAPersonMovedOrAdded() throws Exception {
    Files.writeString(file, "note,why,what,time\nmine,x,a,1\n");
    table.append(List.of(List.of("2", "b", "y")));
    assertThat(file).hasContent("note,why,what,time\nmine,x,a,1\n,y,b,2\n");
  }

  @Test
  void namesAMissingColumnBeforeAnythingIsWritten() throws Exception {
    Files.writeString(file, "time,what\n1,a\n");
    assertThatThrownBy(() -> table.append(List.of(List.of("2", "b", ""))))
        .isInstanceOfSatisfying(
            BadInputException.class,
            failure ->
                assertThat(failure.problems())
                    .containsExactly(
                        new Problem("log.csv", 1, "why", "column-missing", "", List.of())));
    assertThat(file).hasContent("time,what\n1,a\n");
  }

  private String cell(int row, String column) throws Exception {
    CsvFile read = table.read();
    CsvFile.Row cursor = read.cursor();
    cursor.moveTo(row);
    return cursor.text(read.column(column));
  }
}
