package org.myocohort.app.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientTables;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.RowVersion;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

class VisitFormTest {
  private static final PatientKey P1 = new PatientKey("myositis", "P1");

  private static SortedMap<String, String> cells(String... texts) {
    TreeMap<String, String> cells = new TreeMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      cells.put(texts[i], texts[i + 1]);
    }
    return cells;
  }

  private static StoredPatient patient() {
    return new StoredPatient(
        P1,
        "Padua",
        4,
        false,
        List.of(
            new StoredRow("patients", "P1", 1, 0, cells("centre", "Padua", "birth", "1960")),
            visit("V1", "2026-01-10", "physician_global", "6", "haq", "1.5", "ck", "1200"),
            visit("V2", "2026-04-10", "physician_global", "4", "haq", "ND", "remark", "kept"),
            measured("M1", "2026-01-10", "crp", "30", "mg/L"),
            measured("M2", "2026-04-10", "CRP", "12", "mg/L"),
            measured("M3", "2026-04-10", "ck", "900", "U/L")));
  }

  private static StoredRow visit(String id, String date, String... more) {
    SortedMap<String, String> cells = cells(more);
    cells.put("patient", "P1");
    cells.put("date", date);
    return new StoredRow("visits", id, 1, 0, cells);
  }

  private static StoredRow measured(
      String id, String date, String what, String value, String unit) {
    return new StoredRow(
        "measurements",
        id,
        1,
        0,
        cells(
            "patient",
            "P1",
            "date",
            date,
            "measurement",
            what,
            "value",
            value,
            "unit",
            unit,
            "upper_limit",
            "5"));
  }

  private static Entered read(StoredPatient patient, String visit, String... fields) {
    Map<String, String> typed = cells(fields);
    LastValues last = LastValues.of(patient, null, visit);
    List<FormRow> rows = VisitForm.posted(patient, visit.isEmpty() ? null : visit, last, typed);
    return Entered.read(
        rows, typed, VisitForm.links(patient, typed.getOrDefault("v.date", "")), Language.en);
  }

  @Test
  void oneFormMakesTheVisitAndItsMeasurementsWithTheirIds() {
    Entered entered =
        read(
            patient(),
            "",
            "v.date",
            "2026-07-10",
            "v.haq",
            "0,75",
            "v.mmt",
            "n",
            "n1.measurement",
            "CRP",
            "n1.unit",
            "mg/L",
            "n1.value",
            "",
            "n2.measurement",
            "ferritin",
            "n2.value",
            "<30",
            "n2.unit",
            "ug/L",
            "n3.measurement",
            "",
            "n3.value",
            "");
    assertThat(entered.problems()).isEmpty();
    assertThat(entered.changes())
        .containsExactly(
            new RowChange.Put(
                "visits",
                "P1-visits-r5-1",
                cells("patient", "P1", "date", "2026-07-10", "haq", "0.75", "mmt", "ND")),
            new RowChange.Put(
                "measurements",
                "P1-measurements-r5-2",
                cells(
                    "patient",
                    "P1",
                    "date",
                    "2026-07-10",
                    "measurement",
                    "ferritin",
                    "value",
                    "<30",
                    "unit",
                    "ug/L")));
    assertThat(entered.corrects()).isFalse();
  }

  @Test
  void aNewFormOffersWhatWasMeasuredLastWithoutItsValues() {
    StoredPatient patient = patient();
    List<FormRow> rows = VisitForm.shown(patient, null, LastValues.of(patient, null, ""));
    assertThat(rows.get(1).offered()).isEqualTo(cells("measurement", "CRP", "unit", "mg/L"));
    assertThat(rows.get(2).offered()).isEmpty();
    assertThat(rows).hasSize(5);
  }

  @Test
  void anExistingVisitKeepsWhatTheFormDoesNotShow() {
    Entered entered =
        read(
            patient(), "V2", "v.date", "2026-04-10", "v.haq", "1", "m1.id", "M2", "m1.value", "13");
    assertThat(entered.changes())
        .containsExactly(
            new RowChange.Put(
                "visits",
                "V2",
                cells(
                    "patient",
                    "P1",
                    "date",
                    "2026-04-10",
                    "physician_global",
                    "4",
                    "haq",
                    "1",
                    "remark",
                    "kept")),
            new RowChange.Put(
                "measurements",
                "M2",
                cells(
                    "patient",
                    "P1",
                    "date",
                    "2026-04-10",
                    "measurement",
                    "CRP",
                    "value",
                    "13",
                    "unit",
                    "mg/L",
                    "upper_limit",
                    "5")));
    assertThat(entered.corrects()).isTrue();
  }

  @Test
  void anUntouchedFormChangesNothing() {
    assertThat(read(patient(), "V2", "v.haq", "ND", "v.date", "2026-04-10").changes()).isEmpty();
  }

  @Test
  void fillingInWhatWasEmptyCorrectsNothing() {
    assertThat(read(patient(), "V2", "v.extramuscular", "2").corrects()).isFalse();
    assertThat(read(patient(), "V2", "v.physician_global", "").corrects()).isTrue();
  }

  @Test
  void everyWrongFieldIsNamed() {
    Entered entered =
        read(patient(), "", "v.date", "soon", "v.haq", "4", "n4.measurement", "ferritin");
    assertThat(entered.problems())
        .extracting(FieldProblem::field, FieldProblem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("v.date", "entry-date-expected"),
            org.assertj.core.groups.Tuple.tuple("v.haq", "number-between"),
            org.assertj.core.groups.Tuple.tuple("n4.value", "value-expected"));
  }

  @Test
  void theLastValueIsTheLatestBeforeTheVisitAndNeverAnAbsentOne() {
    LastValues last = LastValues.of(patient(), null, "");
    assertThat(last.visit("haq").orElseThrow().text()).isEqualTo("1.5");
    assertThat(last.visit("physician_global").orElseThrow().date()).isEqualTo("2026-04-10");
    assertThat(last.visit("ck"))
        .hasValue(new LastValues.Last("900", "U/L", "2026-04-10", "measurements/M3"));
    assertThat(last.visit("ck_uln").orElseThrow().text()).isEqualTo("5");
    assertThat(last.measurement("c-reactive protein").orElseThrow().value().text()).isEqualTo("12");

    LastValues earlier = LastValues.of(patient(), Moment.parse("2026-04-10").orElseThrow(), "V2");
    assertThat(earlier.visit("physician_global").orElseThrow().text()).isEqualTo("6");
    assertThat(earlier.visit("ck").orElseThrow().text()).isEqualTo("1200");
  }

  private static Study study(List<StoredRow> rows) throws BadInputException {
    return PatientTables.read(
            new StudyWriter.Description("myositis", "Myositis", false, StudySettings.DEFAULT, null),
            rows)
        .study();
  }

  @Test
  void aBigStepIsAskedAboutUntilItIsConfirmed() throws BadInputException {
    Entered entered = read(patient(), "V2", "v.physician_global", "9.5", "v.ck", "90");
    List<StoredRow> after = new ArrayList<>(patient().rows());
    after.set(2, visit("V2", "2026-04-10", "physician_global", "9.5", "ck", "90"));
    LastValues last = LastValues.of(patient(), Moment.parse("2026-04-10").orElseThrow(), "V2");
    List<Doubts.Doubt> doubts =
        Doubts.of(entered, last, study(patient().rows()), study(after), patient());
    assertThat(doubts)
        .extracting(Doubts.Doubt::field, Doubts.Doubt::values)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("v.ck", List.of("90", "1200", "2026-01-10")));

    Map<String, String> typed = new HashMap<>();
    typed.put(doubts.getFirst().confirmation(), "80|1200|2026-01-10");
    assertThat(Doubts.open(doubts, typed)).hasSize(1);
    typed.put(doubts.getFirst().confirmation(), doubts.getFirst().confirmed());
    assertThat(Doubts.open(doubts, typed)).isEmpty();
  }

  @Test
  void aPlausibilityFindingThatIsNewIsAskedAbout() throws BadInputException {
    Entered entered =
        Entered.read(
            List.of(RowForm.fresh(patient(), "measurements")),
            cells("r.measurement", "crp", "r.value", "900", "r.unit", "mg/L", "r.date", "2026"),
            RowForm.links("measurements", P1),
            Language.en);
    List<StoredRow> after = new ArrayList<>(patient().rows());
    RowChange.Put put = (RowChange.Put) entered.changes().getFirst();
    after.add(new StoredRow(put.table(), put.id(), 5, 9, put.cells()));
    assertThat(
            Doubts.of(
                entered,
                LastValues.of(patient(), null, ""),
                study(patient().rows()),
                study(after),
                patient()))
        .extracting(Doubts.Doubt::field, Doubts.Doubt::code)
        .contains(org.assertj.core.groups.Tuple.tuple("r.value", "check.unusual-value"));
  }

  @Test
  void thePreviewComputesTheVisitAgainstItsBaseline() throws BadInputException {
    List<StoredRow> rows = new ArrayList<>(patient().rows());
    rows.set(2, visit("V2", "2026-04-10", "physician_global", "2", "haq", "0.5"));
    ScorePreview preview = ScorePreview.of(study(rows), "P1", "V2");
    assertThat(preview.state()).isEqualTo(ScorePreview.State.PARTIAL);
    // Physician 6 to 2 is 40 % of 10: 17.5; HAQ 1.5 to 0.5 is 33 % of 3: 7.5.
    assertThat(preview.lines().getFirst().points()).isEqualTo("17.5");
    assertThat(preview.lines().getFirst().baseline()).isEqualTo("6");
    assertThat(preview.lines().getFirst().now()).isEqualTo("2");
    assertThat(preview.lines().get(3).points()).isEqualTo("7.5");
    assertThat(ScorePreview.of(study(rows), "P1", "V1").state())
        .isEqualTo(ScorePreview.State.BASELINE);
    assertThat(ScorePreview.of(study(rows), "P1", "V9").state()).isEqualTo(ScorePreview.State.NONE);
  }

  @Test
  void anEnzymeAmongTheMeasurementsOfTheDayIsNamed() {
    StoredPatient patient = patient();
    assertThat(
            VisitForm.enzymesMeasured(
                VisitForm.shown(patient, "V2", LastValues.of(patient, null, ""))))
        .containsExactly("ck");
    assertThat(
            VisitForm.enzymesMeasured(
                VisitForm.shown(patient, "V1", LastValues.of(patient, null, ""))))
        .isEmpty();
  }

  @Test
  void theHistoryNamesEveryChangeOfAValue() {
    List<RowVersion> versions =
        List.of(
            version(1, cells("patient", "P1", "haq", "1"), ""),
            version(3, cells("patient", "P1", "haq", "2", "mmt", "80"), "misread"),
            version(4, null, "wrong patient"));
    assertThat(ValueHistory.of(versions, List.of("mmt", "haq")))
        .extracting(
            ValueHistory.Change::column,
            ValueHistory.Change::from,
            ValueHistory.Change::to,
            ValueHistory.Change::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mmt", "80", "", "wrong patient"),
            org.assertj.core.groups.Tuple.tuple("haq", "2", "", "wrong patient"),
            org.assertj.core.groups.Tuple.tuple("mmt", "", "80", "misread"),
            org.assertj.core.groups.Tuple.tuple("haq", "1", "2", "misread"),
            org.assertj.core.groups.Tuple.tuple("haq", "", "1", ""));
    assertThat(ValueHistory.at(versions, 2).orElseThrow()).containsEntry("haq", "1");
    assertThat(ValueHistory.at(versions, 4)).isEmpty();
  }

  private static RowVersion version(
      long revision,
      @org.jspecify.annotations.Nullable SortedMap<String, String> cells,
      String why) {
    return new RowVersion(revision, cells, revision, "2026-01-01T00:00:00Z", "anna", "save", why);
  }

  @Test
  void onlyWhatBothChangedDifferentlyMustBeChosen() {
    FormRow row = RowForm.of(visit("V2", "2026-04-10", "haq", "1", "mmt", "80"));
    Collision collision =
        Collision.of(
                row,
                cells("r.haq", "2", "r.mmt", "80", "r.extramuscular", "1,5"),
                Optional.of(cells("date", "2026-04-10", "haq", "3", "mmt", "81")),
                version(5, cells(), "theirs"),
                Language.en)
            .orElseThrow();
    assertThat(collision.values())
        .containsExactly(
            new Collision.Choice("r.extramuscular", "extramuscular", "", "", "1.5"),
            new Collision.Choice("r.mmt", "mmt", "80", "81", "80"),
            new Collision.Choice("r.haq", "haq", "1", "3", "2"));
    assertThat(collision.values())
        .extracting(Collision.Choice::open, Collision.Choice::mineFirst)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, true),
            org.assertj.core.groups.Tuple.tuple(false, false),
            org.assertj.core.groups.Tuple.tuple(true, false));
    assertThat(
            Collision.resolved(
                cells("r.haq", "2", "r.mmt", "80"),
                row,
                Map.of("r.mmt", "theirs", "r.haq", "mine"),
                cells("haq", "3", "mmt", "81")))
        .isEqualTo(cells("r.haq", "2", "r.mmt", "81"));
  }

  @Test
  void visitsPastedFromASpreadsheetAreReadByTheirHeadings() {
    VisitPaste paste =
        VisitPaste.of(
            patient(),
            "Date\tphysician_global\tColour\tHAQ\r\n2026-05-01\t3,5\tred\t1\r\n\r\n2026-08\tn\t\t2",
            Map.of("date", "date", "haq", "haq"));
    assertThat(paste.headings()).containsExactly("date", "physician_global", "", "haq");
    assertThat(paste.unknown()).containsExactly("Colour");
    Entered entered =
        Entered.read(paste.rows(), paste.typed(), VisitForm.links(patient(), ""), Language.it);
    assertThat(entered.problems()).isEmpty();
    assertThat(entered.changes())
        .containsExactly(
            new RowChange.Put(
                "visits",
                "P1-visits-r5-1",
                cells(
                    "patient", "P1", "date", "2026-05-01", "physician_global", "3.5", "haq", "1")),
            new RowChange.Put(
                "visits",
                "P1-visits-r5-2",
                cells("patient", "P1", "date", "2026-08", "physician_global", "ND", "haq", "2")));
  }
}
