package org.myocohort.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Moment.YearSpan;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Value;
import org.myocohort.reading.Quantity;
import org.myocohort.reading.Readings;

/// Creatinine clearance by Cockcroft and Gault.
///
///     mL/min = (140 - age) x weight / (72 x creatinine), x 0.85 in women
///
/// - **Input:** age in whole years on the day, weight in kg (the latest up to the day), creatinine
///   in mg/dL, or in umol/L by a molar mass of 113.12 g/mol (from memory).
/// - **Result:** mL/min; `below-30` is the label's edge for anakinra.
/// - **Missing:** a year of birth or an unknown sex leaves bounds; without weight or creatinine
///   there is no answer.
/// - **Source:** Cockcroft DW, Gault MH. Nephron 1976;16:31-41, doi 10.1159/000180580. Formula and
///   citation from memory.
public final class CreatinineClearance implements Instrument {

  public static final String CODE = "creatinine-clearance";
  public static final String BELOW_30 = "below-30";
  public static final String AT_LEAST_30 = "at-least-30";

  private static final BigDecimal LOW = BigDecimal.valueOf(30);
  private static final BigDecimal AGE_CONSTANT = BigDecimal.valueOf(140);
  private static final BigDecimal DIVISOR = BigDecimal.valueOf(72);
  private static final BigDecimal FEMALE = new BigDecimal("0.85");

  /// What the formula reads.
  ///
  /// @param age whole years, at least and at most; null where nothing is known of it
  /// @param ageInputs where the age came from
  /// @param sex sex at birth
  /// @param sexInputs where the sex came from
  /// @param weight kg
  /// @param creatinine mg/dL
  public record Evidence(
      @Nullable YearSpan age,
      List<Input> ageInputs,
      Value<Sex> sex,
      List<Input> sexInputs,
      Quantity weight,
      Quantity creatinine) {
    public Evidence {
      ageInputs = List.copyOf(ageInputs);
      sexInputs = List.copyOf(sexInputs);
    }
  }

  /// Computes the clearance.
  public static Assessment compute(Evidence evidence, @Nullable Moment at) {
    List<Part> parts =
        List.of(
            read("age", evidence.ageInputs()),
            read("sex", evidence.sexInputs()),
            read("weight", evidence.weight().inputs()),
            read("creatinine", evidence.creatinine().inputs()));
    YearSpan age = evidence.age();
    if (age == null
        || !(evidence.weight().value() instanceof Value.Known<BigDecimal>(BigDecimal weight))
        || !(evidence.creatinine().value()
            instanceof Value.Known<BigDecimal>(BigDecimal creatinine))
        || !(creatinine.signum() > 0)) {
      return new Assessment(
          CODE,
          at,
          Status.NOT_COMPUTABLE,
          null,
          null,
          Assessment.UNDETERMINED,
          parts,
          List.of(Note.of("creatinine-clearance-needs-all")));
    }
    boolean known = evidence.sex().isKnown();
    boolean female = evidence.sex() instanceof Value.Known<Sex>(Sex sex) && sex == Sex.FEMALE;
    BigDecimal least =
        clearance(age.most(), weight, creatinine, female || !known ? FEMALE : BigDecimal.ONE);
    BigDecimal most = clearance(age.least(), weight, creatinine, female ? FEMALE : BigDecimal.ONE);
    boolean complete = known && age.least() == age.most();
    return new Assessment(
        CODE,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        complete ? least : null,
        new Bounds(least, most),
        category(least, most),
        parts,
        List.of());
  }

  private static Part read(String code, List<Input> inputs) {
    return new Part(code, inputs, null, null, null);
  }

  private static BigDecimal clearance(
      int age, BigDecimal weight, BigDecimal creatinine, BigDecimal factor) {
    return AGE_CONSTANT
        .subtract(BigDecimal.valueOf(age))
        .max(BigDecimal.ZERO)
        .multiply(weight)
        .multiply(factor)
        .divide(DIVISOR.multiply(creatinine), MathContext.DECIMAL64);
  }

  private static String category(BigDecimal least, BigDecimal most) {
    if (most.compareTo(LOW) < 0) {
      return BELOW_30;
    }
    return least.compareTo(LOW) >= 0 ? AT_LEAST_30 : Assessment.UNDETERMINED;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "1976";
  }

  @Override
  public String citation() {
    return "Cockcroft DW, Gault MH. Prediction of creatinine clearance from serum creatinine."
        + " Nephron 1976;16:31-41. doi:10.1159/000180580";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("formula", Verification.FROM_MEMORY, ""),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("molar-mass", Verification.FROM_MEMORY, ""),
        new Rule("weight", Verification.OURS, ""),
        new Rule("missing", Verification.OURS, ""));
  }

  /// One answer a creatinine.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Readings readings = new Readings(patient);
    List<Assessment> answers = new ArrayList<>();
    for (Moment at : readings.dates("creatinine")) {
      on(patient.person(), readings, at).ifPresent(answers::add);
    }
    return answers;
  }

  /// The clearance on a day with a creatinine.
  private static Optional<Assessment> on(Person person, Readings readings, Moment at) {
    for (Measurement measurement : readings.measurements("creatinine")) {
      if (measurement.date() instanceof Value.Known<Moment>(Moment date)
          && date.equals(at)
          && !measurement.value().isAbsent()) {
        return Optional.of(
            compute(
                new Evidence(
                    age(person, at),
                    List.of(new Input(person.row(), "birth", person.birth(), "")),
                    person.sex(),
                    List.of(new Input(person.row(), "sex", person.sex(), "")),
                    readings.latest("weight", at, "kg"),
                    Readings.read(measurement, "mg/dL")),
                at));
      }
    }
    return Optional.empty();
  }

  private static @Nullable YearSpan age(Person person, Moment at) {
    return person.birth() instanceof Value.Known<Moment>(Moment birth)
        ? at.yearsSince(birth).orElse(null)
        : null;
  }
}
