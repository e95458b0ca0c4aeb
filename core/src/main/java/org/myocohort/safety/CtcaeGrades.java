package org.myocohort.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Laboratory grades of CTCAE 5.0 and 6.0: the tables and how a value is placed in them.
///
/// - **Falling counts:** "< a - b" reads as less than a and at least b, so a value on an edge
///   belongs to the milder grade. "LLN" is the lower limit of normal of the value's laboratory.
/// - **Rising values:** "> a - b" reads as more than a and at most b times the upper limit of
///   normal (ULN) or the baseline; only "1.5 - 3.0" (5.0) and "1.0 - 1.5" (6.0) times an abnormal
///   baseline include their lower end.
/// - **Grades from a laboratory value only:** haemoglobin grade 4 is clinical and never given here;
///   in 6.0, grade 3 of ALT and AST adds "up to 5 x ULN", which is not applied.
/// - **Source:** CTCAE 5.0 (2017) and 6.0, US National Cancer Institute, as read in the
///   machine-readable tables of pharmaverse/admiral.
public final class CtcaeGrades {
  private CtcaeGrades() {}

  /// A version of CTCAE. The same value may grade differently, so a grade never stands without it.
  public enum Version {
    V5("5.0"),
    V6("6.0");

    private final String number;

    Version(String number) {
      this.number = number;
    }

    public String number() {
      return number;
    }
  }

  /// A term of CTCAE and the measurement that it grades.
  public enum Term {
    NEUTROPHILS("neutrophils", "10*9/L"),
    PLATELETS("platelets", "10*9/L"),
    WHITE_CELLS("wbc", "10*9/L"),
    LYMPHOCYTES("lymphocytes", "10*9/L"),
    HAEMOGLOBIN("haemoglobin", "g/dL"),
    ALT("alt", "U/L"),
    AST("ast", "U/L"),
    CREATININE("creatinine", "mg/dL"),
    CREATINE_KINASE("ck", "U/L");

    private final String code;
    private final String unit;

    Term(String code, String unit) {
      this.code = code;
      this.unit = unit;
    }

    /// The code of the measurement.
    public String code() {
      return code;
    }

    /// UCUM code of the unit that the table is in.
    public String unit() {
      return unit;
    }
  }

  /// What a grade is computed from, all in the term's unit.
  ///
  /// @param value the value to grade
  /// @param lowerLimit lower limit of normal
  /// @param upperLimit upper limit of normal
  /// @param baseline the value before treatment
  /// @param baselineUpperLimit upper limit of normal at the baseline, which says whether it was
  ///   abnormal
  public record Laboratory(
      Value<BigDecimal> value,
      Value<BigDecimal> lowerLimit,
      Value<BigDecimal> upperLimit,
      Value<BigDecimal> baseline,
      Value<BigDecimal> baselineUpperLimit) {}

  /// Lowest and highest grade that is possible, 0 where none applies.
  public record Grade(int lower, int upper) {
    public boolean decided() {
      return lower == upper;
    }
  }

  private static final String LLN = "LLN";

  private static final String NONE = "";

  /// The edges of grades 1 to 4, the lower limit of normal among them; none where a value alone
  /// does not give the grade.
  private record Falling(Term term, Version version, List<String> below) {}

  // Edges of grade 1, 2, 3, 4: less than.
  private static final List<Falling> FALLING =
      List.of(
          new Falling(Term.NEUTROPHILS, Version.V5, List.of(LLN, "1.5", "1.0", "0.5")),
          new Falling(Term.NEUTROPHILS, Version.V6, List.of("1.5", "1.0", "0.5", "0.1")),
          new Falling(Term.PLATELETS, Version.V5, List.of(LLN, "75", "50", "25")),
          new Falling(Term.PLATELETS, Version.V6, List.of(LLN, "75", "50", "10")),
          new Falling(Term.WHITE_CELLS, Version.V5, List.of(LLN, "3.0", "2.0", "1.0")),
          new Falling(Term.WHITE_CELLS, Version.V6, List.of(LLN, "3.0", "2.0", "1.0")),
          new Falling(Term.LYMPHOCYTES, Version.V5, List.of(LLN, "0.8", "0.5", "0.2")),
          new Falling(Term.HAEMOGLOBIN, Version.V5, List.of(LLN, "10.0", "8.0", NONE)),
          new Falling(Term.HAEMOGLOBIN, Version.V6, List.of(LLN, "10.0", "8.0", NONE)));

  /// What a multiple is a multiple of.
  private enum Of {
    UPPER_LIMIT,
    BASELINE
  }

  /// Edges of grades 1 to 4 as multiples: more than, or at least for the first where it is closed.
  private record Rising(Of of, boolean firstClosed, List<String> above) {}

  private static final Rising AMINOTRANSFERASE_NORMAL =
      new Rising(Of.UPPER_LIMIT, false, List.of("1", "3.0", "5.0", "20"));
  private static final Rising AMINOTRANSFERASE_ABNORMAL_V5 =
      new Rising(Of.BASELINE, true, List.of("1.5", "3.0", "5.0", "20"));
  private static final Rising AMINOTRANSFERASE_ABNORMAL_V6 =
      new Rising(Of.BASELINE, true, List.of("1.0", "1.5", "2.0", "4.0"));
  private static final Rising CREATININE_UPPER_LIMIT =
      new Rising(Of.UPPER_LIMIT, false, List.of("1", "1.5", "3.0", "6.0"));
  private static final Rising CREATININE_BASELINE =
      new Rising(Of.BASELINE, false, List.of(NONE, "1.5", "3.0", NONE));
  private static final Rising CREATINE_KINASE =
      new Rising(Of.UPPER_LIMIT, false, List.of("1", "2.5", "5", "10"));

  /// Grades a value.
  ///
  /// @return empty where the version's table for the term was not read
  public static Optional<Grade> grade(Version version, Term term, Laboratory laboratory) {
    return switch (term) {
      case NEUTROPHILS, PLATELETS, WHITE_CELLS, LYMPHOCYTES, HAEMOGLOBIN ->
          FALLING.stream()
              .filter(row -> row.term() == term && row.version() == version)
              .findFirst()
              .map(row -> highest(falling(row, laboratory)));
      case ALT, AST -> Optional.of(aminotransferase(version, laboratory));
      case CREATININE ->
          version == Version.V5 ? Optional.of(creatinine(laboratory)) : Optional.empty();
      case CREATINE_KINASE ->
          version == Version.V5
              ? Optional.of(highest(rising(CREATINE_KINASE, laboratory)))
              : Optional.empty();
    };
  }

  private static List<Truth> falling(Falling row, Laboratory laboratory) {
    List<Truth> grades = new ArrayList<>();
    for (String edge : row.below()) {
      grades.add(
          switch (edge) {
            case NONE -> Truth.FALSE;
            case LLN -> isBelow(laboratory.value(), laboratory.lowerLimit());
            default -> Value.isLessThan(laboratory.value(), new BigDecimal(edge));
          });
    }
    return grades;
  }

  private static Truth isBelow(Value<BigDecimal> value, Value<BigDecimal> limit) {
    return limit instanceof Value.Known<BigDecimal>(BigDecimal known)
        ? Value.isLessThan(value, known)
        : Truth.UNKNOWN;
  }

  private static List<Truth> rising(Rising row, Laboratory laboratory) {
    Value<BigDecimal> reference =
        row.of() == Of.UPPER_LIMIT ? laboratory.upperLimit() : laboratory.baseline();
    List<Truth> grades = new ArrayList<>();
    for (String multiple : row.above()) {
      if (multiple.equals(NONE)) {
        grades.add(Truth.FALSE);
      } else if (reference instanceof Value.Known<BigDecimal>(BigDecimal known)) {
        BigDecimal edge = known.multiply(new BigDecimal(multiple));
        grades.add(
            row.firstClosed() && grades.isEmpty()
                ? Value.isAtLeast(laboratory.value(), edge)
                : Value.isMoreThan(laboratory.value(), edge));
      } else {
        grades.add(Truth.UNKNOWN);
      }
    }
    return grades;
  }

  private static Grade aminotransferase(Version version, Laboratory laboratory) {
    Grade normal = highest(rising(AMINOTRANSFERASE_NORMAL, laboratory));
    Grade abnormal =
        highest(
            rising(
                version == Version.V5 ? AMINOTRANSFERASE_ABNORMAL_V5 : AMINOTRANSFERASE_ABNORMAL_V6,
                laboratory));
    Truth wasAbnormal =
        laboratory.baselineUpperLimit() instanceof Value.Known<BigDecimal>(BigDecimal limit)
            ? Value.isMoreThan(laboratory.baseline(), limit)
            : Truth.UNKNOWN;
    return switch (wasAbnormal) {
      case FALSE -> normal;
      case TRUE -> abnormal;
      case UNKNOWN ->
          new Grade(
              Math.min(normal.lower(), abnormal.lower()),
              Math.max(normal.upper(), abnormal.upper()));
    };
  }

  private static Grade creatinine(Laboratory laboratory) {
    Grade byLimit = highest(rising(CREATININE_UPPER_LIMIT, laboratory));
    Grade byBaseline = highest(rising(CREATININE_BASELINE, laboratory));
    return new Grade(
        Math.max(byLimit.lower(), byBaseline.lower()),
        Math.max(byLimit.upper(), byBaseline.upper()));
  }

  /// The highest grade that holds, and the highest that may.
  private static Grade highest(List<Truth> grades) {
    int lower = 0;
    int upper = 0;
    for (int i = 0; i < grades.size(); i++) {
      lower = grades.get(i) == Truth.TRUE ? i + 1 : lower;
      upper = grades.get(i) == Truth.FALSE ? upper : i + 1;
    }
    return new Grade(lower, upper);
  }
}
