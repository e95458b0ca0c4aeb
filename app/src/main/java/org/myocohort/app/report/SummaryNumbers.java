package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Words;
import org.myocohort.classification.Classification;
import org.myocohort.classification.Item;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.response.ResponsePoint;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.Quartiles;
import org.myocohort.statistics.Sample;

/// The summary numbers of a study, each with the patients behind it: counts with exact intervals,
/// medians with quartiles by a named method.
///
/// Counts are of those in whom the item is known; the others are not in the denominator, and their
/// number is said.
final class SummaryNumbers {

  /// One number.
  ///
  /// @param group heading it stands under, a message code
  /// @param label what it is, in words
  /// @param value the number in words and digits
  /// @param count how many, null for a median
  /// @param total of how many, null for a median
  /// @param lower lower end of the exact 95 % interval of a count, the lower quartile of a median
  /// @param upper upper end
  /// @param median null for a count
  /// @param mean null for a count
  /// @param unknown patients in whom it is not known
  /// @param patients whom the number counts
  record Entry(
      String group,
      String label,
      String value,
      @Nullable Integer count,
      @Nullable Integer total,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal upper,
      @Nullable BigDecimal median,
      @Nullable BigDecimal mean,
      int unknown,
      List<String> patients) {
    Entry {
      patients = List.copyOf(patients);
    }
  }

  private static final double LEVEL = 0.95;
  private static final List<Item> MANIFESTATIONS =
      List.of(
          Item.FEVER,
          Item.INTERSTITIAL_LUNG_DISEASE,
          Item.MYOCARDITIS,
          Item.ARTHRITIS,
          Item.MYOSITIS,
          Item.RASH,
          Item.RAYNAUD,
          Item.MECHANICS_HANDS);

  private final List<PatientResults> patients;
  private final QuantileMethod method;
  private final Words words;
  private final List<Entry> entries = new ArrayList<>();

  /// Computes the numbers.
  ///
  /// @param rescuedToo whether to count, apart, the follow-ups that are no response to the index
  ///   drug alone
  SummaryNumbers(
      List<PatientResults> patients, QuantileMethod method, boolean rescuedToo, Words words) {
    this.patients = patients;
    this.method = method;
    this.words = words;
    people();
    antibodies();
    for (Item item : MANIFESTATIONS) {
      count("manifestations", words.text("item." + item.code()), each -> each.fact(item).truth());
    }
    criteria();
    response();
    if (rescuedToo) {
      responseWhateverElse();
    }
    safety();
  }

  List<Entry> entries() {
    return entries;
  }

  private void people() {
    for (Cohort cohort : Cohort.values()) {
      count(
          "patients",
          words.text("cohort." + cohort.code()),
          each -> Truth.of(each.patient().person().cohort() == cohort));
    }
    for (Sex sex : Sex.values()) {
      count(
          "patients",
          words.text("sex." + sex.code()),
          each ->
              each.patient().person().sex() instanceof Value.Known<Sex>(Sex known)
                  ? Truth.of(known == sex)
                  : Truth.UNKNOWN);
    }
    List<Double> ages = new ArrayList<>();
    List<String> with = new ArrayList<>();
    for (PatientResults each : patients) {
      Double age = age(each);
      if (age != null) {
        ages.add(age);
        with.add(each.patient().id());
      }
    }
    median("patients", words.text("summary.age"), ages, with);
  }

  /// Age as recorded, else whole years at day 0 where the birth tells them.
  private static @Nullable Double age(PatientResults results) {
    if (results.patient().person().ageYears()
        instanceof Value.Known<BigDecimal>(BigDecimal years)) {
      return years.doubleValue();
    }
    Moment zero = results.dayZero();
    if (zero != null
        && results.patient().person().birth() instanceof Value.Known<Moment>(Moment birth)) {
      return zero.yearsSince(birth)
          .filter(span -> span.least() == span.most())
          .map(span -> (double) span.least())
          .orElse(null);
    }
    return null;
  }

  private void antibodies() {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    for (PatientResults each : patients) {
      for (AntibodyResult result : each.patient().antibodies()) {
        if (result.result().truth() == Truth.TRUE) {
          seen.put(result.antibody(), true);
        }
      }
    }
    for (String antibody : seen.keySet().stream().sorted().toList()) {
      count("antibodies", Words.antibody(antibody, ""), each -> antibody(each.patient(), antibody));
    }
  }

  private static Truth antibody(PatientRecord patient, String antibody) {
    if (patient.antibodies().isEmpty()) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        patient.antibodies().stream()
            .anyMatch(result ->
                result.antibody().equals(antibody) && result.result().truth() == Truth.TRUE));
  }

  private void criteria() {
    if (patients.isEmpty()) {
      return;
    }
    for (Classification set : patients.getFirst().classifications()) {
      if (set.result() != Classification.Result.NOT_AVAILABLE) {
        count(
            "criteria",
            words.text("criteria." + set.criteria()),
            each -> met(each, set.criteria()));
      }
    }
  }

  private static Truth met(PatientResults results, String criteria) {
    for (Classification classification : results.classifications()) {
      if (classification.criteria().equals(criteria)) {
        return switch (classification.result()) {
          case MET -> Truth.TRUE;
          case NOT_MET -> Truth.FALSE;
          case UNDETERMINED, NOT_AVAILABLE -> Truth.UNKNOWN;
        };
      }
    }
    return Truth.UNKNOWN;
  }

  private void response() {
    if (patients.stream().anyMatch(each -> each.latestResponse().isPresent())) {
      for (String category : List.of("major", "moderate", "minimal", "none")) {
        countWhere(
            "response",
            words.text("summary.response-" + category),
            each -> each.latestResponse().isPresent(),
            each -> each.latestResponse().map(point -> is(point, category)).orElse(Truth.UNKNOWN));
      }
    }
    List<String> drugs =
        patients.stream()
            .map(each -> each.response().indexDrug())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .distinct()
            .sorted()
            .toList();
    if (drugs.size() > 1) {
      for (String drug : drugs) {
        countWhere(
            "response",
            words.text("summary.response-by-drug", words.drug(drug)),
            each -> drug.equals(each.response().indexDrug()) && each.latestResponse().isPresent(),
            each -> each.latestResponse().map(point -> is(point, "major")).orElse(Truth.UNKNOWN));
      }
    }
    if (patients.stream().anyMatch(each -> each.patient().reportedResponse().isKnown())) {
      countWhere(
          "response",
          words.text("summary.reported-major"),
          each ->
              each.patient().person().cohort() == Cohort.OWN
                  || each.patient().reportedResponse().isKnown(),
          each ->
              each.patient().reportedResponse() instanceof Value.Known<String>(String word)
                  ? Truth.of(word.equals("major"))
                  : Truth.UNKNOWN);
    }
  }

  /// The latest follow-up of each patient, rescues and all: asked for, and never mixed with the
  /// response to the drug.
  private void responseWhateverElse() {
    for (String category : List.of("major", "moderate", "minimal", "none")) {
      countWhere(
          "response-any",
          words.text("summary.any-" + category),
          each -> each.latestJudged().isPresent(),
          each -> each.latestJudged().map(point -> is(point, category)).orElse(Truth.UNKNOWN));
    }
  }

  private static Truth is(ResponsePoint point, String category) {
    String found = point.followUp().assessment().category();
    return found.equals("undetermined") ? Truth.UNKNOWN : Truth.of(found.equals(category));
  }

  private void safety() {
    if (patients.stream().anyMatch(each -> !each.patient().adverseEvents().isEmpty())) {
      count(
          "safety",
          words.text("summary.any-adverse-event"),
          each -> Truth.of(!each.patient().adverseEvents().isEmpty()));
    }
  }

  private void count(String group, String label, Function<PatientResults, Truth> holds) {
    countWhere(group, label, _ -> true, holds);
  }

  private void countWhere(
      String group,
      String label,
      Predicate<PatientResults> considered,
      Function<PatientResults, Truth> holds) {
    int total = 0;
    int unknown = 0;
    List<String> counted = new ArrayList<>();
    for (PatientResults each : patients) {
      if (!considered.test(each)) {
        continue;
      }
      Truth truth = holds.apply(each);
      if (truth == Truth.UNKNOWN) {
        unknown++;
      } else {
        total++;
        if (truth == Truth.TRUE) {
          counted.add(each.patient().id());
        }
      }
    }
    if (total == 0) {
      return;
    }
    ConfidenceInterval interval =
        ProportionInterval.CLOPPER_PEARSON.interval(counted.size(), total, LEVEL);
    BigDecimal lower = percent(interval.lower());
    BigDecimal upper = percent(interval.upper());
    entries.add(
        new Entry(
            group,
            label,
            words.text(
                "summary.count",
                counted.size(),
                total,
                percent((double) counted.size() / total),
                lower,
                upper),
            counted.size(),
            total,
            lower,
            upper,
            null,
            null,
            unknown,
            counted));
  }

  private static BigDecimal percent(double share) {
    return BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP);
  }

  private void median(String group, String label, List<Double> values, List<String> with) {
    if (values.isEmpty()) {
      return;
    }
    Sample sample = Sample.of(values);
    Quartiles quartiles = sample.quartiles(method);
    entries.add(
        new Entry(
            group,
            label,
            words.text(
                "summary.median",
                Answer.decimal(tenth(sample.median())),
                Answer.decimal(tenth(quartiles.lower())),
                Answer.decimal(tenth(quartiles.upper())),
                Answer.decimal(tenth(sample.mean())),
                sample.count()),
            null,
            null,
            tenth(quartiles.lower()),
            tenth(quartiles.upper()),
            tenth(sample.median()),
            tenth(sample.mean()),
            patients.size() - values.size(),
            with));
  }

  private static BigDecimal tenth(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}
