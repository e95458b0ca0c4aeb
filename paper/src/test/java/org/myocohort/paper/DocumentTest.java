package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.paper.checklist.Checklist;
import org.myocohort.paper.checklist.ChecklistItem;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.HeaderCell;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.PlacedHeader;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Table;

class DocumentTest {
  @Test
  void abbreviationsStandInAlphabeticalOrder() {
    assertThat(SamplePaper.WITH_SPANS.abbreviations())
        .extracting(each -> each.shortForm())
        .containsExactly("CK", "MMT8");
  }

  @Test
  void cellsOfAHeaderFindTheirPlacesBesideSpans() {
    assertThat(SamplePaper.WITH_SPANS.placedHeader())
        .extracting(each -> each.cell().text(), PlacedHeader::row, PlacedHeader::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Measure", 0, 0),
            org.assertj.core.groups.Tuple.tuple("Anakinra", 0, 1),
            org.assertj.core.groups.Tuple.tuple("p", 0, 3),
            org.assertj.core.groups.Tuple.tuple("Baseline", 1, 1),
            org.assertj.core.groups.Tuple.tuple("Month 6", 1, 2));
  }

  @Test
  void aHeaderThatLeavesAColumnOrSpansTooManyIsRefused() {
    for (HeaderCell second : List.of(new HeaderCell("b", 1, 2), new HeaderCell("b", 3, 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new Table(
                  "1",
                  "Caption",
                  List.of(Alignment.LEFT, Alignment.LEFT, Alignment.LEFT),
                  List.of(List.of(HeaderCell.of("a"), second)),
                  List.of(),
                  List.of(),
                  List.of(),
                  false))
          .withMessageContaining("Caption");
    }
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Table.of("1", "Caption", List.of("a", "b"), List.of(List.of(Cell.of("only one")))))
        .withMessageContaining("must have 2 cells but has 1");
  }

  @Test
  void theChecklistsHoldTheItemsOfTheirYears() {
    assertThat(Checklist.care().items()).hasSize(30);
    assertThat(Checklist.strobeForCohorts().items()).hasSize(34);
    assertThat(Checklist.strobeForCohorts().items().stream().map(ChecklistItem::number))
        .doesNotHaveDuplicates()
        .contains("1a", "6b", "12e", "16c", "22");
  }

  @Test
  void aFilledChecklistSaysWhatIsLeftToTheAuthors() {
    Table table =
        Checklist.strobeForCohorts().filled("S1", Map.of("13a", "7 of 9"), Language.ENGLISH);
    List<List<Cell>> rows =
        table.body().stream().map(RowGroup::rows).flatMap(List::stream).toList();
    assertThat(rows).hasSize(34);
    assertThat(rows)
        .contains(
            List.of(
                Cell.of("13a").marked("m"),
                Cell.of("How many at each stage"),
                Cell.of("7 of 9"),
                Cell.of("check and complete")));
    assertThat(rows.getLast().getLast().text()).isEqualTo("to be written");
    assertThat(table.notes().toString()).contains("from memory", "doi:10.1371");
  }

  @Test
  void aFactForAnItemThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checklist.care().filled("S1", Map.of("99", "x"), Language.ENGLISH))
        .withMessageContaining("'99'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"document/words", "checklist/words"})
  void bothLanguagesHaveTheSameWords(String file) throws IOException {
    assertThat(keys(file + ".properties")).isEqualTo(keys(file + "_it.properties"));
  }

  private static java.util.Set<Object> keys(String file) throws IOException {
    Properties words = new Properties();
    try (InputStream bytes = DocumentTest.class.getResourceAsStream(file)) {
      words.load(bytes);
    }
    return words.keySet();
  }
}
