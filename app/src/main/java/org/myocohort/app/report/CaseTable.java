package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Words;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;
import org.myocohort.vocabulary.Vocabulary;

/// The case series table in the letter's shape: a row a patient, own cohort first, and the footnote
/// of exactly the abbreviations that the rows use.
final class CaseTable {

  /// One patient.
  ///
  /// @param cells the texts, in the order of [#columns]
  record Row(String patient, Cohort cohort, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  private static final Set<String> INVESTIGATIONS =
      Set.of("biopsy", "emg", "imaging", "examination", "screening");
  private static final List<String> ACUTE_PHASE = List.of("crp", "esr", "ferritin");
  private static final String ACUTE_PHASE_REPORTED = "acute-phase-reactants";

  private final Words words;
  private final @Nullable String indexDrug;
  private final String drugName;
  private final Map<String, String> abbreviations = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();

  /// Makes the table.
  ///
  /// @param indexDrug code of the study's index drug
  /// @param drug its name
  CaseTable(List<PatientResults> patients, @Nullable String indexDrug, String drug, Words words) {
    this.indexDrug = indexDrug;
    this.words = words;
    this.drugName = drug;
    for (Cohort cohort : Cohort.values()) {
      for (PatientResults results : patients) {
        if (results.patient().person().cohort() == cohort) {
          rows.add(row(results));
        }
      }
    }
  }

  List<Row> rows() {
    return rows;
  }

  /// Abbreviations that stand in the rows, in alphabetical order, with what they mean.
  Map<String, String> abbreviations() {
    return abbreviations;
  }

  List<String> columns() {
    return List.of(
        words.text("table.patient"),
        words.text("table.sex-age"),
        words.text("table.manifestations"),
        words.text("table.acute-phase"),
        words.text("table.prior", drugName),
        words.text("table.dose", drugName),
        words.text("table.concomitant"));
  }

  private Row row(PatientResults results) {
    PatientRecord patient = results.patient();
    String drug = results.response().indexDrug();
    return new Row(
        patient.id(),
        patient.person().cohort(),
        List.of(
            patient.person().source().map(String::toString).orElse(patient.id()),
            sexAndAge(results),
            manifestations(patient) + " " + antibodies(patient),
            acutePhase(results),
            drugs(patient, Phase.PRIOR, results.dayZero(), drug),
            dose(patient, drug),
            drugs(patient, Phase.CONCOMITANT, results.dayZero(), drug)));
  }

  private String notReported() {
    abbreviations.put("NR", words.text("absence.not_reported.long"));
    return "NR";
  }

  /// NR where a report leaves it out, another reason in words, a dash where nothing is recorded.
  private String absent(AbsenceReason reason) {
    return switch (reason) {
      case NOT_REPORTED -> notReported();
      case NOT_RECORDED -> "–";
      case NOT_DONE, UNKNOWN, NOT_APPLICABLE, REFUSED -> words.absence(reason);
    };
  }

  private String sexAndAge(PatientResults results) {
    PatientRecord patient = results.patient();
    String sex =
        switch (patient.person().sex()) {
          case Value.Known<Sex>(Sex known) -> Words.capitalised(words.text("sex." + known.code()));
          case Value.Absent<Sex>(AbsenceReason reason) -> absent(reason);
          case Value.Below<Sex> _, Value.Above<Sex> _ -> "–";
        };
    return sex + ", " + age(results);
  }

  /// The age that was recorded, else the age at day 0 where the birth tells it to the year.
  private String age(PatientResults results) {
    Value<BigDecimal> recorded = results.patient().person().ageYears();
    if (recorded instanceof Value.Known<BigDecimal>(BigDecimal years)) {
      return Answer.decimal(years);
    }
    Moment zero = results.dayZero();
    if (zero != null
        && results.patient().person().birth() instanceof Value.Known<Moment>(Moment birth)) {
      return zero.yearsSince(birth)
          .map(span ->
              span.least() == span.most()
                  ? Integer.toString(span.least())
                  : span.least() + "–" + span.most())
          .orElse("–");
    }
    return recorded instanceof Value.Absent<BigDecimal>(AbsenceReason reason)
        ? absent(reason)
        : "–";
  }

  private String manifestations(PatientRecord patient) {
    if (patient.coverage() == Coverage.NOT_REPORTED) {
      return words.text("table.manifestations-not-reported", notReported());
    }
    Set<String> names = new LinkedHashSet<>();
    for (Manifestation manifestation : patient.manifestations()) {
      Vocabulary.Term term = Vocabulary.findings().term(manifestation.finding());
      if (manifestation.present() == Truth.TRUE && !INVESTIGATIONS.contains(term.cell("organ"))) {
        String name = words.finding(term.code());
        names.add(name);
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
          abbreviations.put(name, term.name(words.texts().language()));
        }
      }
    }
    if (names.isEmpty()) {
      return "–";
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT)));
    return Words.capitalised(String.join(", ", sorted));
  }

  private String antibodies(PatientRecord patient) {
    List<String> positive = new ArrayList<>();
    boolean anyNegative = false;
    for (AntibodyResult result : patient.antibodies()) {
      if (result.result().truth() == Truth.TRUE) {
        String name = Words.antibody(result.antibody(), "+");
        if (!positive.contains(name)) {
          positive.add(name);
        }
      }
      anyNegative |= result.result().truth() == Truth.FALSE;
    }
    if (!positive.isEmpty()) {
      return String.join(", ", positive);
    }
    return words.text(anyNegative ? "table.antibodies-negative" : "table.antibodies-not-known");
  }

  /// Increased where a report says so, or where CRP, ESR or ferritin was above its limit in the 90
  /// days up to day 0.
  private String acutePhase(PatientResults results) {
    List<Measurement> reported = results.patient().measurements(ACUTE_PHASE_REPORTED);
    if (!reported.isEmpty()) {
      return switch (reported.getFirst().qualitative()) {
        case Value.Known<String>(String word) -> Words.capitalised(words.name("qualitative", word));
        case Value.Absent<String>(AbsenceReason reason) -> absent(reason);
        case Value.Below<String> _, Value.Above<String> _ -> "–";
      };
    }
    Truth any = Truth.UNKNOWN;
    for (String code : ACUTE_PHASE) {
      for (Measurement measurement : results.patient().measurements(code)) {
        if (nearDayZero(results, measurement)
            && measurement.upperLimit() instanceof Value.Known<BigDecimal>(BigDecimal limit)) {
          Truth above = Value.isMoreThan(measurement.value(), limit);
          any = any == Truth.TRUE || above == Truth.TRUE ? Truth.TRUE : above;
        }
      }
    }
    return switch (any) {
      case TRUE -> Words.capitalised(words.text("qualitative.increased"));
      case FALSE -> Words.capitalised(words.text("qualitative.normal"));
      case UNKNOWN -> "–";
    };
  }

  private static boolean nearDayZero(PatientResults results, Measurement measurement) {
    Moment zero = results.dayZero();
    return zero != null
        && measurement.date() instanceof Value.Known<Moment>(Moment date)
        && zero.daysSince(date).filter(days -> days >= 0 && days <= 90).isPresent();
  }

  /// Treatments before or beside the index drug, as abbreviations in the order of their start.
  private String drugs(
      PatientRecord patient, Phase phase, @Nullable Moment zero, @Nullable String index) {
    Set<String> names = new LinkedHashSet<>();
    for (Treatment treatment : patient.treatments()) {
      if (treatment.drug().equals(index)) {
        continue;
      }
      boolean belongs =
          treatment.phase() == phase
              || (treatment.phase() == Phase.DATED
                  && zero != null
                  && (phase == Phase.PRIOR
                      ? startedBefore(treatment, zero)
                      : TreatmentHistory.runningOn(treatment, zero) == Truth.TRUE));
      if (belongs) {
        names.add(abbreviation(treatment.drug()));
      }
    }
    if (!names.isEmpty()) {
      return String.join(", ", names);
    }
    // A published table that names none may have left them out.
    boolean dated =
        patient.treatments().stream().anyMatch(treatment -> treatment.phase() == Phase.DATED);
    return dated ? words.text("table.none") : "–";
  }

  private static boolean startedBefore(Treatment treatment, Moment zero) {
    return treatment.start() instanceof Value.Known<Moment>(Moment start)
        && start.isBefore(zero) == Truth.TRUE;
  }

  private String abbreviation(String drug) {
    Vocabulary.Term term = Vocabulary.drugs().term(drug);
    // Papers pool the glucocorticoids.
    if (term.cell("class").equals("glucocorticoid")) {
      term = Vocabulary.drugs().term("glucocorticoid");
    }
    String abbreviation = term.cell("abbreviation");
    if (abbreviation.isEmpty()) {
      return term.name(words.texts().language());
    }
    abbreviations.put(abbreviation, term.name(words.texts().language()));
    return abbreviation;
  }

  private String dose(PatientRecord patient, @Nullable String drug) {
    if (drug == null) {
      return "–";
    }
    for (Treatment treatment : patient.treatments()) {
      if (treatment.drug().equals(drug)) {
        if (treatment.dose() instanceof Value.Absent<BigDecimal>(AbsenceReason reason)) {
          return absent(reason);
        }
        return drug.equals(indexDrug) ? daily(treatment, patient) : single(treatment);
      }
    }
    return "–";
  }

  private static String daily(Treatment treatment, PatientRecord patient) {
    return TreatmentHistory.dailyDoseMilligrams(treatment, patient)
        .map(dose -> Answer.decimal(dose.setScale(1, RoundingMode.HALF_UP)))
        .orElse("–");
  }

  /// Another drug than the table's is named, with its dose as given: a daily dose of a drug given
  /// twice a year means nothing.
  private String single(Treatment treatment) {
    return abbreviation(treatment.drug())
        + " "
        + words.cell(treatment.dose())
        + " "
        + treatment.unit()
        + treatment.frequency().map(each -> " " + words.name("frequency", each.code())).orElse("");
  }
}
