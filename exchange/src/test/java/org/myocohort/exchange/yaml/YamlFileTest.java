package org.myocohort.exchange.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.csv.Problems;

class YamlFileTest {
  private final Problems problems = new Problems();

  @Test
  void aScalarStaysTheTextThatWasWritten() throws BadInputException {
    YamlFields file =
        read(
            """
            answer: no
            amount: 0.50
            day: 2026-11-22
            list: [a, b]
            single: c
            inner: {x: 1}
            many:
              - name: first
              - name: second
            """);
    assertThat(file.text("answer")).contains("no");
    assertThat(file.decimal("amount")).contains(new BigDecimal("0.50"));
    assertThat(file.day("day")).contains(LocalDate.of(2026, 11, 22));
    assertThat(file.texts("list")).containsExactly("a", "b");
    assertThat(file.texts("single")).containsExactly("c");
    assertThat(file.object("inner").orElseThrow().wholeNumber("x", 0, 3)).contains(1);
    assertThat(file.objects("many"))
        .extracting(item -> item.text("name").orElseThrow())
        .containsExactly("first", "second");
    assertThat(file.text("not there")).isEmpty();
    file.refuseOthers();
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: [1, 2  | yaml-expected
          a: 1\\na: 2 | yaml-field-twice
          - one       | yaml-fields-expected
          just a text | yaml-fields-expected
          [x]: 1      | yaml-field-name-expected
          a: &x {b: 1}\\nc: *x | yaml-expected
          --- {a: 1}\\n--- {b: 2} | yaml-expected
          """)
  void whatCannotBeReadIsRefused(String text, String code) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            BadInputException.class,
            wrong -> assertThat(wrong.problems()).extracting(Problem::code).containsExactly(code));
  }

  @Test
  void anEmptyFileHoldsNoFields() {
    assertThatThrownBy(() -> read("# only a comment\n")).isInstanceOf(BadInputException.class);
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    assertThatThrownBy(() -> read("a: " + "[".repeat(5_000) + "]".repeat(5_000)))
        .isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "1,5", "12.", "abc", "0x10"})
  void aNumberIsWrittenPlainly(String text) throws BadInputException {
    assertThat(read("n: '" + text + "'").decimal("n")).isEmpty();
    assertThat(problems.kept()).extracting(Problem::code).containsExactly("yaml-number-expected");
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndField() throws BadInputException {
    YamlFields file =
        read(
            """
            kind: other
            many:
              - nmae: typing error
            day: 2026-13-01
            count: 7
            """);
    file.oneOf("kind", Map.of("this", 1, "that", 2));
    file.day("day");
    file.wholeNumber("count", 0, 5);
    YamlFields item = file.objects("many").getFirst();
    item.requiredText("name");
    item.refuseOthers();
    file.refuseOthers();
    assertThat(problems.kept())
        .extracting(Problem::line, Problem::column, Problem::code)
        .containsExactly(
            tuple(1, "kind", "one-of-expected"),
            tuple(4, "day", "yaml-day-expected"),
            tuple(5, "count", "whole-number-between"),
            tuple(3, "many[1].name", "yaml-field-missing"),
            tuple(3, "many[1].nmae", "yaml-field-unknown"));
  }

  private YamlFields read(String text) throws BadInputException {
    return YamlFile.read("rules.yaml", text, problems);
  }
}
