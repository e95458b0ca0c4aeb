package org.myocohort.safety;

import java.math.BigDecimal;
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
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Quantity;
import org.myocohort.reading.Readings;
import org.myocohort.safety.CtcaeGrades.Grade;
import org.myocohort.safety.CtcaeGrades.Laboratory;
import org.myocohort.safety.CtcaeGrades.Term;
import org.myocohort.safety.CtcaeGrades.Version;

/// Every laboratory value of a patient graded by one version of CTCAE, see [CtcaeGrades].
///
/// - **Baseline (ours):** the latest value on or before the first dose of the index drug, else the
///   earliest value. ALT and AST up to the baseline are not graded.
/// - **Not an adverse event:** a raised creatine kinase in myositis is disease, and raised
///   aminotransferases may come from muscle; both are graded and flagged, never reported as
///   toxicity.
/// - **Missing:** a limit or baseline that is not known leaves a lowest and a highest grade.
public final class CtcaeLaboratoryGrades implements Instrument {

  private static final Value<BigDecimal> ABSENT = Value.absent(AbsenceReason.NOT_RECORDED);

  private final Version version;

  public CtcaeLaboratoryGrades(Version version) {
    this.version = version;
  }

  @Override
  public String code() {
    return switch (version) {
      case V5 -> "ctcae-5";
      case V6 -> "ctcae-6";
    };
  }

  @Override
  public String version() {
    return version.number();
  }

  @Override
  public String citation() {
    return "US Department of Health and Human Services, National Cancer Institute. Common"
        + " Terminology Criteria for Adverse Events (CTCAE) version "
        + version.number();
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("counts", Verification.VERIFIED, "[29]"));
    rules.add(new Rule("aminotransferases", Verification.VERIFIED, "[29]"));
    if (version == Version.V5) {
      rules.add(new Rule("creatinine", Verification.VERIFIED, "[29]"));
      rules.add(new Rule("creatine-kinase", Verification.VERIFIED, "[29]"));
    } else {
      rules.add(new Rule("not-available", Verification.NOT_FOUND, ""));
    }
    rules.add(new Rule("edges", Verification.VERIFIED, "[29]"));
    rules.add(new Rule("baseline", Verification.OURS, ""));
    rules.add(new Rule("muscle", Verification.OURS, ""));
    return rules;
  }

  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Readings readings = new Readings(patient);
    String index = patient.person().indexDrug().orElse(settings.indexDrug().orElse(""));
    @Nullable Moment firstDose = patient.firstDose(index).orElse(null);
    List<Assessment> answers = new ArrayList<>();
    for (Term term : Term.values()) {
      List<Measurement> values = readings.measurements(term.code());
      @Nullable Measurement baseline = baseline(values, firstDose);
      for (Measurement measurement : values) {
        if (measurement.date() instanceof Value.Known<Moment>(Moment at)
            && !measurement.value().isAbsent()
            && !(isRelativeToBaseline(term) && isUpTo(measurement, baseline))) {
          grade(readings, term, measurement, baseline, at).ifPresent(answers::add);
        }
      }
    }
    answers.sort((a, b) -> {
      Moment first = a.at();
      Moment second = b.at();
      return first == null || second == null ? 0 : Long.compare(first.middle(), second.middle());
    });
    return answers;
  }

  private static boolean isRelativeToBaseline(Term term) {
    return term == Term.ALT || term == Term.AST;
  }

  private static boolean isUpTo(Measurement measurement, @Nullable Measurement baseline) {
    return baseline != null
        && measurement.date() instanceof Value.Known<Moment>(Moment at)
        && baseline.date() instanceof Value.Known<Moment>(Moment start)
        && at.isAfter(start) != Truth.TRUE;
  }

  private static @Nullable Measurement baseline(
      List<Measurement> values, @Nullable Moment firstDose) {
    Measurement earliest = null;
    Measurement latestBefore = null;
    for (Measurement candidate : values) {
      if (!(candidate.date() instanceof Value.Known<Moment>(Moment at))
          || !candidate.value().isKnown()) {
        continue;
      }
      if (earliest == null || at.isBefore(date(earliest)) == Truth.TRUE) {
        earliest = candidate;
      }
      if (firstDose != null
          && at.isAfter(firstDose) == Truth.FALSE
          && (latestBefore == null || at.isAfter(date(latestBefore)) == Truth.TRUE)) {
        latestBefore = candidate;
      }
    }
    return latestBefore == null ? earliest : latestBefore;
  }

  private static Moment date(Measurement measurement) {
    if (measurement.date() instanceof Value.Known<Moment>(Moment at)) {
      return at;
    }
    throw new IllegalArgumentException("a value without a date: " + measurement.row());
  }

  private Optional<Assessment> grade(
      Readings readings,
      Term term,
      Measurement measurement,
      @Nullable Measurement baseline,
      Moment at) {
    Quantity value = Readings.read(measurement, term.unit());
    @Nullable Quantity before = baseline == null ? null : Readings.read(baseline, term.unit());
    Laboratory laboratory =
        new Laboratory(
            value.value(),
            value.lowerLimit(),
            value.upperLimit(),
            before == null ? ABSENT : before.value(),
            before == null ? ABSENT : before.upperLimit());
    Optional<Grade> found = CtcaeGrades.grade(version, term, laboratory);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Grade grade = found.get();
    List<Input> inputs = new ArrayList<>(value.inputs());
    addLimits(inputs, term, measurement);
    if (baseline != null && usesBaseline(term)) {
      inputs.add(new Input(baseline.row(), "value", baseline.value(), baseline.unit()));
    }
    boolean unusable = value.isMissing();
    return Optional.of(
        new Assessment(
            code(),
            at,
            unusable ? Status.NOT_COMPUTABLE : grade.decided() ? Status.COMPUTED : Status.PARTIAL,
            !unusable && grade.decided() ? BigDecimal.valueOf(grade.lower()) : null,
            unusable
                ? null
                : new Bounds(BigDecimal.valueOf(grade.lower()), BigDecimal.valueOf(grade.upper())),
            !unusable && grade.decided() ? "grade-" + grade.lower() : Assessment.UNDETERMINED,
            List.of(new Part(term.code(), inputs, null, null, null)),
            notes(readings, term, grade, at)));
  }

  private static boolean usesBaseline(Term term) {
    return isRelativeToBaseline(term) || term == Term.CREATININE;
  }

  private void addLimits(List<Input> inputs, Term term, Measurement measurement) {
    boolean lower =
        switch (term) {
          case PLATELETS, WHITE_CELLS, LYMPHOCYTES, HAEMOGLOBIN -> true;
          case NEUTROPHILS -> version == Version.V5;
          case ALT, AST, CREATININE, CREATINE_KINASE -> false;
        };
    if (lower) {
      inputs.add(
          new Input(
              measurement.row(), "lower_limit", measurement.lowerLimit(), measurement.unit()));
    }
    switch (term) {
      case ALT, AST, CREATININE, CREATINE_KINASE ->
          inputs.add(
              new Input(
                  measurement.row(), "upper_limit", measurement.upperLimit(), measurement.unit()));
      case NEUTROPHILS, PLATELETS, WHITE_CELLS, LYMPHOCYTES, HAEMOGLOBIN -> {}
    }
  }

  private List<Note> notes(Readings readings, Term term, Grade grade, Moment at) {
    List<Note> notes = new ArrayList<>();
    notes.add(Note.of("ctcae-version", version.number()));
    if (grade.upper() == 0) {
      return notes;
    }
    switch (term) {
      case CREATINE_KINASE -> notes.add(Note.of("ck-is-disease-not-toxicity"));
      case ALT, AST -> {
        Quantity ck = readings.nearest("ck", at, "U/L");
        if (!(ck.value() instanceof Value.Known<BigDecimal>(BigDecimal activity))) {
          notes.add(Note.of("aminotransferase-without-ck"));
        } else if (!(ck.upperLimit() instanceof Value.Known<BigDecimal>(BigDecimal limit))
            || activity.compareTo(limit) > 0) {
          notes.add(Note.of("aminotransferase-may-be-muscle", activity.toPlainString()));
        }
      }
      case HAEMOGLOBIN -> {
        if (grade.upper() == 3) {
          notes.add(Note.of("haemoglobin-grade-4-is-clinical"));
        }
      }
      case NEUTROPHILS, PLATELETS, WHITE_CELLS, LYMPHOCYTES, CREATININE -> {}
    }
    return notes;
  }
}
