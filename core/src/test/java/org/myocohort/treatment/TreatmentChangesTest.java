package org.myocohort.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.Records.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.Records;
import org.myocohort.patient.Frequency;

/// Baseline 2026-03-10, follow-up 2026-09-10, index drug anakinra.
class TreatmentChangesTest {

  private static List<String> changes(Records records) {
    return new TreatmentChanges(records.build(), day("2026-03-10"), "anakinra")
        .until(day("2026-09-10")).stream()
            .map(change ->
                change.drug()
                    + " "
                    + change.kind().code()
                    + " "
                    + change.row().id()
                    + (change.certain() ? "" : " ?"))
            .toList();
  }

  private static Records courses() {
    return new Records()
        .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-03-10", "2026-06-01")
        .given("anakinra", "200 mg", "sc", Frequency.DAILY, "2026-06-01", "");
  }

  @Test
  void theIndexDrugItselfIsNoChange() {
    assertThat(changes(courses())).isEmpty();
  }

  @Test
  void drugStartedAfterTheBaselineIsAdded() {
    Records records =
        courses()
            .given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "2026-03-11", "")
            .given("tacrolimus", "2 mg", "oral", Frequency.DAILY, "2026-09-10", "")
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-03-10", "")
            .given("cyclosporine", "100 mg", "oral", Frequency.DAILY, "2026-09-11", "")
            .given("nintedanib", "300 mg", "oral", Frequency.DAILY, "2026-05-01", "");

    assertThat(changes(records)).containsExactly("methotrexate added t3", "tacrolimus added t4");
  }

  @Test
  void higherDoseIsRaisedAndALowerOneIsNot() {
    Records records =
        courses()
            .given("methotrexate", "10 mg", "oral", Frequency.WEEKLY, "2026-01-01", "2026-05-01")
            .given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "2026-05-01", "")
            .given("azathioprine", "150 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-05-01")
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-05-01", "");

    assertThat(changes(records)).containsExactly("methotrexate raised t4");
  }

  @Test
  void doseThatWasHigherOnlyForAWhileIsRaised() {
    Records records =
        courses()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-05-01")
            .given("prednisone", "40 mg", "oral", Frequency.DAILY, "2026-05-01", "2026-05-15")
            .given("prednisone", "5 mg", "oral", Frequency.DAILY, "2026-05-15", "");

    assertThat(changes(records)).containsExactly("prednisone raised t4");
  }

  @Test
  void doseThatIsNotKnownIsNotClaimedAsRaised() {
    Records records =
        courses()
            .given("methotrexate", "", "oral", Frequency.WEEKLY, "2026-01-01", "2026-05-01")
            .given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "2026-05-01", "")
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-05-01")
            .given("azathioprine", "", "oral", Frequency.DAILY, "2026-05-01", "");

    assertThat(changes(records)).isEmpty();
  }

  @Test
  void glucocorticoidsCountTogetherAsPrednisone() {
    Records switched =
        courses()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-05-01")
            .given("methylprednisolone", "8 mg", "oral", Frequency.DAILY, "2026-05-01", "");
    Records higher =
        courses()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-05-01")
            .given("methylprednisolone", "10 mg", "oral", Frequency.DAILY, "2026-05-01", "");
    Records pulse =
        courses()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01-01", "")
            .given("methylprednisolone", "1 g", "iv", Frequency.DAILY, "2026-05-01", "2026-05-04");

    assertThat(changes(switched)).isEmpty();
    assertThat(changes(higher)).containsExactly("methylprednisolone raised t4");
    assertThat(changes(pulse)).containsExactly("methylprednisolone raised t4");
  }

  @Test
  void singleDoseAfterTheBaselineIsAddedEachTime() {
    Records records =
        courses()
            .given("rituximab", "1 g", "iv", Frequency.ONCE, "2026-01-10", "")
            .given("rituximab", "1 g", "iv", Frequency.ONCE, "2026-07-10", "")
            .given(
                "intravenous immunoglobulins", "2 g/kg", "iv", Frequency.MONTHLY, "2025-01-01", "");

    assertThat(changes(records)).containsExactly("rituximab added t4");
  }

  @Test
  void drugTakenAtTheBaselineAndResumedIsNotAdded() {
    Records records =
        courses()
            .given("methotrexate", "10 mg", "oral", Frequency.WEEKLY, "2026-01-01", "2026-04-01")
            .given("methotrexate", "10 mg", "oral", Frequency.WEEKLY, "2026-06-01", "");

    assertThat(changes(records)).isEmpty();
  }

  @Test
  void impreciseStartIsNamedAsNotCertain() {
    Records records =
        courses()
            .given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "2026-03", "2026-05-01")
            .given("methotrexate", "10 mg", "oral", Frequency.WEEKLY, "2026-05-01", "")
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-04", "");

    assertThat(changes(records))
        .containsExactly("methotrexate added t3 ?", "azathioprine added t5");
  }

  @Test
  void courseWithoutAStartIsNotClaimed() {
    assertThat(changes(courses().given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "", "")))
        .isEmpty();
  }
}
