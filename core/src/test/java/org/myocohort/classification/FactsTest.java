package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Truth;

class FactsTest {

  private static Fact registry(String item, String text) {
    return DescribedPatient.registry(text).fact(ItemTruths.item(item));
  }

  private static Fact published(String item, String text) {
    return DescribedPatient.published(text).fact(ItemTruths.item(item));
  }

  @ParameterizedTest(name = "{0}: {2} ({1})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          myocarditis                  | myopericarditis        | TRUE    | counts as
          proximal-weakness            | proximal-upper-limb-weakness | TRUE | counts as
          myositis                     | dermatomyositis        | TRUE    | counts as
          ild                          | RP-ILD                 | TRUE    | counts as
          rash                         | gottron-sign           | TRUE    | counts as
          myocarditis                  | pericarditis           | UNKNOWN | does not count as
          proximal-weakness            | no muscle-weakness     | FALSE   | without the general none of its kinds
          proximal-lower-limb-weakness | no muscle-weakness     | FALSE   | by two steps
          heliotrope-rash              | no rash                | FALSE   | without a rash no heliotrope
          rash                         | no heliotrope-rash     | UNKNOWN | another rash may be there
          heliotrope-rash              | no rash, rash          | UNKNOWN | absent once and present later
          heliotrope-rash              | no heliotrope-rash, rash | FALSE | another rash
          rash                         | no rash, rash          | TRUE    | ever
          arthritis                    | arthritis NR           | UNKNOWN | not reported
          arthritis                    | arthritis NR, arthritis | TRUE   | seen at another time
          articular-involvement        | inflammatory-arthralgia | TRUE   | either of two
          articular-involvement        | no arthritis           | UNKNOWN | the other is open
          articular-involvement        | no arthritis, no arthralgia | FALSE | neither
          """)
  void findingsInAnOpenRecord(String item, String text, Truth expected, String rule) {
    assertThat(registry(item, text).truth()).as(rule).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {2} ({1})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arthritis                    | fever             | FALSE   | not listed
          arthritis                    | fever, arthritis NR | UNKNOWN | listed as not reported
          proximal-weakness            | fever             | FALSE   | not listed
          proximal-weakness            | myositis          | UNKNOWN | myositis leaves weakness open
          neck-flexor-weakness         | myositis          | UNKNOWN | and its kinds
          proximal-weakness            | muscle-weakness   | UNKNOWN | weakness leaves its place open
          heliotrope-rash              | rash              | UNKNOWN | a rash may be heliotrope
          gottron-sign                 | dermatomyositis   | UNKNOWN | dermatomyositis leaves its rash open
          gottron-sign                 | heliotrope-rash   | UNKNOWN | a rash is listed
          heliotrope-rash              | rash, no heliotrope-rash | FALSE | said
          rash                         | heliotrope-rash NR | UNKNOWN | it may be that one
          gottron-sign                 | heliotrope-rash NR | FALSE  | another rash is not listed
          gottron-sign                 | rash NR           | UNKNOWN | any rash is not reported
          articular-involvement        | arthralgia        | UNKNOWN | arthralgia may be inflammatory
          biopsy-compatible            | fever             | UNKNOWN | only a biopsy could tell
          biopsy-rimmed-vacuoles       | fever             | UNKNOWN | only a biopsy could tell
          emg-triad                    | fever             | UNKNOWN | only an EMG could tell
          raised-enzyme                | fever             | UNKNOWN | only a laboratory could tell
          """)
  void findingsInAClosedList(String item, String text, Truth expected, String rule) {
    assertThat(published(item, text).truth()).as(rule).isEqualTo(expected);
  }

  @Test
  void whatAFindingCountsAsIsNoted() {
    Fact myocarditis = registry("myocarditis", "myopericarditis");

    assertThat(myocarditis.notes())
        .containsExactly(Note.of("counts-as", "myopericarditis", "myocarditis"));
    assertThat(myocarditis.inputs()).extracting(input -> input.row().id()).containsExactly("f1");
    assertThat(registry("myocarditis", "myocarditis").notes()).isEmpty();
  }

  @Test
  void closedListIsNotedAndHasNoRowToPointTo() {
    assertThat(published("arthritis", "fever"))
        .isEqualTo(new Fact(Truth.FALSE, List.of(), List.of(Note.of("closed-list"))));
    assertThat(published("arthritis", "no arthritis").notes()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: synthetase {1}, Jo-1 {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-Jo-1                                | TRUE    | TRUE
          anti-Jo-1 weak positive                  | TRUE    | TRUE
          anti-PL-12                               | TRUE    | UNKNOWN
          anti-SC                                  | TRUE    | UNKNOWN
          anti-synthetase                          | TRUE    | UNKNOWN
          anti-synthetase negative                 | FALSE   | FALSE
          anti-synthetase negative, anti-Jo-1      | TRUE    | TRUE
          anti-Jo-1, anti-synthetase negative      | TRUE    | TRUE
          anti-Jo-1 negative                       | UNKNOWN | FALSE
          anti-Jo-1 negative, anti-PL-7            | TRUE    | FALSE
          anti-Jo-1 equivocal                      | UNKNOWN | UNKNOWN
          anti-Jo-1 not tested                     | UNKNOWN | UNKNOWN
          anti-Ro52                                | UNKNOWN | UNKNOWN
          anti-Jo-1 negative, anti-PL-7 negative, anti-PL-12 negative, anti-EJ negative, anti-OJ negative, anti-KS negative, anti-Zo negative, anti-Ha negative | FALSE | FALSE
          anti-Jo-1 negative, anti-PL-7 negative, anti-PL-12 negative, anti-EJ negative, anti-OJ negative, anti-KS negative, anti-Zo negative                   | UNKNOWN | FALSE
          ''                                       | UNKNOWN | UNKNOWN
          """)
  void antibodiesInAnOpenRecord(String text, Truth synthetase, Truth jo1) {
    assertThat(registry("anti-synthetase-antibody", text).truth()).isEqualTo(synthetase);
    assertThat(registry("anti-jo-1", text).truth()).isEqualTo(jo1);
  }

  @ParameterizedTest(name = "{0}: synthetase {1}, Jo-1 {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-PL-12                  | TRUE    | FALSE
          anti-Ro52                   | FALSE   | FALSE
          anti-synthetase             | TRUE    | UNKNOWN
          anti-Jo-1 equivocal         | UNKNOWN | UNKNOWN
          anti-PL-7 equivocal         | UNKNOWN | FALSE
          anti-synthetase equivocal   | UNKNOWN | UNKNOWN
          ''                          | UNKNOWN | UNKNOWN
          """)
  void antibodiesInAPublishedList(String text, Truth synthetase, Truth jo1) {
    assertThat(published("anti-synthetase-antibody", text).truth()).isEqualTo(synthetase);
    assertThat(published("anti-jo-1", text).truth()).isEqualTo(jo1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-Jo-1 by ELISA                              | ''
          anti-Jo-1                                       | antibody-method-not-reported
          anti-Jo-1, anti-Jo-1 by line blot               | ''
          anti-Jo-1 weak positive by line blot            | antibody-weak-positive
          anti-Jo-1 weak positive by line blot, anti-Jo-1 by ELISA | ''
          anti-Jo-1 by ELISA, anti-PL-7 by ELISA          | two-anti-synthetase anti-Jo-1; anti-PL-7
          anti-Jo-1 by ELISA, anti-synthetase by ELISA    | ''
          """)
  void antibodyThatHoldsIsAcceptedWithItsNotes(String text, String notes) {
    Fact fact = registry("anti-synthetase-antibody", text);

    assertThat(fact.truth()).isEqualTo(Truth.TRUE);
    assertThat(
            fact.notes().stream()
                .map(note -> (note.code() + " " + String.join(" ", note.values())).strip())
                .map(note -> note.replace(", ", "; "))
                .toList())
        .isEqualTo(notes.isEmpty() ? List.of() : List.of(notes));
  }

  /// Age at report, at diagnosis or now is only an upper bound of the age at onset: it can say no.
  @ParameterizedTest(name = "{0}: from 18 {1}, from 40 {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          onset-age 39                       | TRUE    | FALSE   | onset_age_years
          onset-age 40                       | TRUE    | TRUE    | onset_age_years
          onset-age 17                       | FALSE   | FALSE   | onset_age_years
          onset-age 17.9                     | FALSE   | FALSE   | onset_age_years
          onset-age 18                       | TRUE    | FALSE   | onset_age_years
          age 66                             | UNKNOWN | UNKNOWN | onset_age_years
          age 40                             | UNKNOWN | UNKNOWN | onset_age_years
          age 39                             | UNKNOWN | FALSE   | age_years
          age 17                             | FALSE   | FALSE   | age_years
          age 66, onset-age 30               | TRUE    | FALSE   | onset_age_years
          born 1960-05-10, onset 2000-05-10  | TRUE    | TRUE    | onset
          born 1960-05-10, onset 2000-05-09  | TRUE    | FALSE   | onset
          born 1960, onset 2000              | TRUE    | UNKNOWN | onset_age_years
          born 1960-05, onset 2000-05        | TRUE    | UNKNOWN | onset_age_years
          born 1960, onset 2001              | TRUE    | TRUE    | onset
          born 1960, diagnosis 1995          | UNKNOWN | FALSE   | diagnosis
          born 1960, diagnosis 2010          | UNKNOWN | UNKNOWN | onset_age_years
          born 1960                          | UNKNOWN | UNKNOWN | onset_age_years
          """)
  void onsetAgeIsNeverTakenFromTheAgeNow(String text, Truth adult, Truth forty, String read) {
    Fact fromForty = registry("onset-from-40", text);

    assertThat(registry("onset-from-18", text).truth()).isEqualTo(adult);
    assertThat(fromForty.truth()).isEqualTo(forty);
    assertThat(fromForty.inputs()).extracting(Input::column).containsExactly(read);
    assertThat(fromForty.notes())
        .isEqualTo(
            read.equals("age_years") || read.equals("diagnosis")
                ? List.of(Note.of("age-is-upper-bound-of-onset"))
                : List.of());
  }

  @ParameterizedTest(name = "{0}: {1} ({2})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ck 201/200                      | TRUE    | above the limit
          ck 200/200                      | UNKNOWN | on the limit, the others open
          enzymes normal                  | FALSE   | all four
          ck 90/200, ldh 90/200, ast 20/40 | UNKNOWN | one of four open
          enzymes normal, alt 90/40       | TRUE    | at worst
          alt 90/40, enzymes normal       | TRUE    | in any order
          enzymes normal, ck 900          | UNKNOWN | a value without its limit may be the raised one
          enzymes normal, ck increased    | TRUE    | in words
          ck normal, ldh normal, ast normal, alt normal | FALSE | in words
          ck >200/200                     | TRUE    | more than the limit
          ck <200/200, ldh 90/200, ast 20/40, alt 20/40 | FALSE | less than the limit
          ck 900                          | UNKNOWN | no limit
          ''                              | UNKNOWN | nothing measured
          """)
  void anyOfFourEnzymesAboveItsLimitAtWorst(String text, Truth expected, String rule) {
    assertThat(registry("raised-enzyme", text).truth()).as(rule).isEqualTo(expected);
  }

  @Test
  void raisedEnzymePointsToTheCellThatSaysSo() {
    assertThat(registry("raised-enzyme", "ck increased").inputs())
        .extracting(Input::column)
        .containsExactly("qualitative");
    assertThat(registry("raised-enzyme", "ck increased").inputs()).noneMatch(Input::isMissing);
    assertThat(registry("raised-enzyme", "enzymes normal, ck 900/200").inputs())
        .extracting(input -> input.row().id() + " " + input.column() + " " + input.value())
        .containsExactly("m5 value " + Records.number("900"));
  }

  @Test
  void settlingAnOnsetItemKeepsTheTwoConsistent() {
    Facts open = ItemTruths.unknown();

    assertThat(open.with(Item.ONSET_FROM_40, Truth.TRUE).truth(Item.ONSET_FROM_18))
        .isEqualTo(Truth.TRUE);
    assertThat(open.with(Item.ONSET_FROM_18, Truth.FALSE).truth(Item.ONSET_FROM_40))
        .isEqualTo(Truth.FALSE);
    assertThat(open.with(Item.ONSET_FROM_18, Truth.TRUE).truth(Item.ONSET_FROM_40))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(open.truth(Item.ONSET_FROM_18)).isEqualTo(Truth.UNKNOWN);
  }
}
