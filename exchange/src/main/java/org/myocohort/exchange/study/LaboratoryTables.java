package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.units.Analytes;
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// Rows of the tables of what was measured. A number needs its unit, and the unit must be able to
/// say what the vocabulary's unit says.
final class LaboratoryTables {
  private static final Map<String, String> QUALITATIVE =
      Words.same("increased", "normal", "decreased");

  private final TableRows rows;
  private final CellReader cells;

  LaboratoryTables(TableRows rows) {
    this.rows = rows;
    cells = rows.cells;
  }

  void measurement(PatientFacts facts, RowReference row) {
    Value<Moment> date = rows.moment("date");
    Value<String> code = cells.term("measurement", Vocabulary.measurements(), "measurement");
    Value<BigDecimal> value = cells.number("value", null, null);
    Value<BigDecimal> lower = cells.number("lower_limit", null, null);
    Value<BigDecimal> upper = cells.number("upper_limit", null, null);
    String unit = cells.text("unit");
    boolean convertible = true;
    if (code instanceof Value.Known<String>(String known)) {
      Vocabulary.Term term = Vocabulary.measurements().term(known);
      boolean numbers = !value.isAbsent() || !lower.isAbsent() || !upper.isAbsent();
      convertible = checkUnit(term, unit, numbers);
      if (convertible && numbers) {
        checkLimits(term, unit, value);
      }
    }
    if (lower instanceof Value.Known<BigDecimal>(BigDecimal low)
        && upper instanceof Value.Known<BigDecimal>(BigDecimal high)
        && low.compareTo(high) > 0) {
      cells.problem("lower_limit", "number-at-most", high.toPlainString());
    }
    if (convertible) {
      facts.measurements.add(
          new Measurement(
              row,
              code.orElse(""),
              date,
              value,
              cells.choice("qualitative", QUALITATIVE),
              unit,
              lower,
              upper,
              cells.word("assay")));
    } else {
      cells.choice("qualitative", QUALITATIVE);
    }
  }

  private boolean checkUnit(Vocabulary.Term term, String unit, boolean numbers) {
    String canonical = term.cell("unit");
    boolean known =
        !canonical.isEmpty()
            && Analytes.convert(term.code(), BigDecimal.ONE, unit, canonical).isPresent();
    if (unit.isEmpty() ? !numbers : known) {
      return true;
    }
    if (canonical.isEmpty()) {
      cells.problem(numbers ? "value" : "unit", "word-instead-of-number");
    } else {
      cells.problem("unit", "unit-convertible", canonical);
    }
    return false;
  }

  private void checkLimits(Vocabulary.Term term, String unit, Value<BigDecimal> value) {
    BigDecimal amount = CellReader.amount(value);
    if (amount == null) {
      return;
    }
    String canonical = term.cell("unit");
    BigDecimal converted = Analytes.convert(term.code(), amount, unit, canonical).orElseThrow();
    BigDecimal low = limit(term.cell("hard_low"));
    BigDecimal high = limit(term.cell("hard_high"));
    if ((low != null && converted.compareTo(low) < 0)
        || (high != null && converted.compareTo(high) > 0)) {
      cells.problem(
          "value",
          "number-between",
          low == null ? "" : low.toPlainString(),
          (high == null ? "" : high.toPlainString()) + " " + canonical);
    }
  }

  private static @Nullable BigDecimal limit(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  void biomarker(PatientFacts facts, RowReference row) {
    Value<BigDecimal> value = cells.number("value", null, null);
    String unit = cells.text("unit");
    if ((!unit.isEmpty() || !value.isAbsent()) && !Units.isUnit(unit)) {
      cells.problem("unit", "unit-expected");
    }
    facts.biomarkers.add(
        new Biomarker(
            row,
            cells.word("sample"),
            rows.moment("date"),
            cells.text("marker"),
            cells.word("assay"),
            value,
            unit,
            cells.text("population"),
            cells.text("parent"),
            cells.word("batch"),
            cells.text("quality")));
  }
}
