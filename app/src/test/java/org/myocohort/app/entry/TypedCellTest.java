package org.myocohort.app.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.exchange.study.StudySchema;

class TypedCellTest {
  private static TypedCell read(String table, String column, String typed, Language language) {
    return TypedCell.read(
        StudySchema.table(table).orElseThrow().column(column).orElseThrow(), typed, language);
  }

  private static String stored(String table, String column, String typed, Language language) {
    return switch (read(table, column, typed, language)) {
      case TypedCell.Sound(String text) -> text;
      case TypedCell.Wrong(String code, List<String> values) -> code + values;
    };
  }

  @ParameterizedTest(name = "{0} {1} in {2} becomes {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          haq                  | 1,25    | en | 1.25
          haq                  | 1,25    | it | 1.25
          haq                  | 1.25    | it | 1.25
          haq                  | 0,125   | en | 0.125
          haq                  | 0.125   | it | 0.125
          haq                  | 1,125   | it | 1.125
          haq                  | 1,125   | en | entry-thousand-or-decimal[]
          ck                   | 1.125   | it | entry-thousand-or-decimal[]
          ck                   | 1.125   | en | 1.125
          ck                   | 12.125  | it | entry-thousand-or-decimal[]
          ck                   | 1125,5  | it | 1125.5
          ck                   | < 30    | en | <30
          ck                   | >4000   | it | >4000
          haq                  | <1      | en | entry-number-expected[]
          haq                  | 3.1     | en | number-between[0, 3]
          haq                  | -1      | en | number-between[0, 3]
          ck_uln               | -1      | en | number-at-least[0]
          ck                   | 1 240   | en | entry-limited-expected[]
          ck                   | 1e5     | en | entry-limited-expected[]
          mmt                  | n       | en | ND
          mmt                  | Nd      | en | ND
          mmt                  | u       | it | unknown
          mmt                  | a       | it | NA
          mmt                  | rifiutato | it | refused
          mmt                  | x       | en | entry-number-expected[]
          """)
  void numbersAreStoredInOneForm(String column, String typed, Language language, String expected) {
    assertThat(stored("visits", column, typed, language)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1} becomes {2}")
  @CsvSource({
    "2026-11-22, en, 2026-11-22",
    "2026-11, en, 2026-11",
    "2026, it, 2026",
    "22/11/2026, it, 2026-11-22",
    "3/4/2026, it, 2026-04-03",
    "3/4/2026, en, entry-date-unclear[]",
    "22/11/2026, en, 2026-11-22",
    "3.4.2026, en, 2026-04-03",
    "3.4/2026, it, entry-date-unclear[]",
    "11/2026, en, 2026-11",
    "31/02/2026, it, entry-date-expected[]",
    "yesterday, en, entry-date-expected[]",
    "u, en, unknown"
  })
  void datesKeepTheirPrecisionAndAreNeverGuessed(String typed, Language language, String expected) {
    assertThat(stored("visits", "date", typed, language)).isEqualTo(expected);
  }

  @Test
  void aWordIsStoredAsTheSchemaWritesIt() {
    assertThat(stored("patients", "sex", "Female", Language.en)).isEqualTo("female");
    assertThat(stored("treatments", "drug", " mtx ", Language.en)).isEqualTo("mtx");
    assertThat(stored("events", "note", "two\r\nlines", Language.en)).isEqualTo("two lines");
    assertThat(stored("events", "kind", "", Language.en)).isEqualTo("value-expected[]");
    assertThat(stored("patients", "sex", "f", Language.en))
        .isEqualTo("one-of-expected[female, male]");
  }
}
