package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// The patients table: who the patients are, and what a published table says of each in one row.
final class PatientsTable {
  private static final BigDecimal OLDEST = BigDecimal.valueOf(130);

  private static final Map<String, Cohort> COHORTS =
      Words.byCode(List.of(Cohort.values()), Cohort::code);
  private static final Map<String, Sex> SEXES = sexes();
  private static final Map<String, String> VITAL_STATUS =
      Words.same("alive", "dead", "lost to follow-up", "opted out");
  private static final Map<String, String> CONSENT = Words.same("given", "refused", "withdrawn");

  private final TableRows rows;
  private final CellReader cells;
  private final PublishedColumns published;
  private final Map<String, PatientFacts> patients = new LinkedHashMap<>();

  private PatientsTable(CsvFile table, Problems problems, RowIds ids) {
    rows = new TableRows(table, StudySchema.table("patients").orElseThrow(), problems, ids);
    cells = rows.cells;
    published = new PublishedColumns(cells);
  }

  /// The patients by their ids, in the order of the file.
  static Map<String, PatientFacts> read(CsvFile table, Problems problems, RowIds ids) {
    PatientsTable reader = new PatientsTable(table, problems, ids);
    reader.rows.forEachRow(reader::readRow);
    return reader.patients;
  }

  private void readRow(RowReference row) {
    PatientFacts facts = new PatientFacts();
    facts.person(person(row));
    published.read(row, facts);
    if (!row.id().isEmpty()) {
      patients.putIfAbsent(row.id(), facts);
    }
  }

  private Person person(RowReference row) {
    Value<Moment> birth = cells.moment("birth");
    return new Person(
        row,
        row.id(),
        cells.choice("cohort", COHORTS).orElse(Cohort.OWN),
        cells.word("source"),
        cells.word("centre"),
        cells.choice("sex", SEXES),
        birth,
        cells.number("age_years", BigDecimal.ZERO, OLDEST),
        afterBirth("onset", birth),
        cells.number("onset_age_years", BigDecimal.ZERO, OLDEST),
        afterBirth("diagnosis", birth),
        cells.term("index_drug", Vocabulary.drugs(), "drug"),
        cells.choice("vital_status", VITAL_STATUS),
        afterBirth("death", birth),
        new Person.Consent(
            cells.choice("consent", CONSENT),
            cells.moment("consent_date"),
            cells.word("consent_scope")));
  }

  private Value<Moment> afterBirth(String column, Value<Moment> birth) {
    Value<Moment> moment = cells.moment(column);
    if (moment instanceof Value.Known<Moment>(Moment date)
        && birth instanceof Value.Known<Moment>(Moment born)
        && date.isBefore(born) == Truth.TRUE) {
      cells.problem(column, "before-birth", born.toString());
    }
    return moment;
  }

  private static Map<String, Sex> sexes() {
    Map<String, Sex> sexes = new LinkedHashMap<>(Words.byCode(List.of(Sex.values()), Sex::code));
    sexes.put("f", Sex.FEMALE);
    sexes.put("m", Sex.MALE);
    return sexes;
  }
}
