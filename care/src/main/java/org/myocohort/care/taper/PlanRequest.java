package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.taper.PlanProposal.NeedsConfirmation;
import org.myocohort.care.taper.PlanProposal.Planned;
import org.myocohort.care.taper.PlanProposal.Refused;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Truth;

/// What a plan is made from.
///
/// The published text (source `guide`) fixes only the start of 1 mg/kg a day, its length of 4 to 6
/// weeks, the 9 to 12 months of the way down, and that the lowest dose that keeps symptoms at bay
/// is the aim. Everything else is this project's: the dose falls in a straight line, a step a week,
/// the first on the day after the plateau and the last when the months are over; doses are rounded
/// to 2.5 mg above 10 mg and to 1 mg from there on, as tablets allow, and weeks of one rounded dose
/// are one step. Above 80 mg a day, or without a weight, a person must confirm.
///
/// @param weightKg body weight, or null where it is not known
/// @param firstDose mg a day that a person names where there is no weight, else null
/// @param start first day
/// @param plateauWeeks 4 to 6
/// @param taperMonths 9 to 12
/// @param target mg a day to reach and to hold
/// @param confirmed what a person confirmed
public record PlanRequest(
    @Nullable BigDecimal weightKg,
    @Nullable BigDecimal firstDose,
    LocalDate start,
    int plateauWeeks,
    int taperMonths,
    BigDecimal target,
    Set<Confirmation> confirmed) {

  public static final int LEAST_WEEKS = 4;
  public static final int MOST_WEEKS = 6;
  public static final int LEAST_MONTHS = 9;
  public static final int MOST_MONTHS = 12;
  public static final BigDecimal USUAL_TARGET = BigDecimal.valueOf(5);

  /// mg a day; ours.
  public static final BigDecimal CONFIRM_ABOVE = BigDecimal.valueOf(80);

  /// The weights that the measurements vocabulary takes for possible, in kg.
  private static final BigDecimal LEAST_WEIGHT = new BigDecimal("0.3");

  private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(400);

  private static final BigDecimal COARSE = new BigDecimal("2.5");
  private static final BigDecimal FINE = BigDecimal.ONE;
  private static final BigDecimal FINE_UP_TO = BigDecimal.TEN;
  private static final int WEEK = 7;

  public PlanRequest {
    confirmed = Set.copyOf(confirmed);
  }

  /// The plan, or why there is none.
  ///
  /// @param flare whether the patient is in flare, see [FlareState]; null where no record was read
  public PlanProposal propose(@Nullable FlareState flare) {
    List<Note> refused = refusals();
    if (flare != null && flare.inFlare() == Truth.TRUE) {
      refused.add(flare.note());
    }
    BigDecimal first = weightKg == null ? firstDose : weightKg;
    if (refused.isEmpty() && first != null && target.compareTo(rounded(first)) > 0) {
      refused.add(Note.of("target-range", plain(rounded(first)), plain(target)));
    }
    if (!refused.isEmpty()) {
      return new Refused(refused);
    }
    List<Confirmation> missing = new ArrayList<>();
    List<Note> reasons = new ArrayList<>();
    if (weightKg == null && (first == null || !confirmed.contains(Confirmation.NO_WEIGHT))) {
      missing.add(Confirmation.NO_WEIGHT);
      reasons.add(Note.of(first == null ? "no-weight-no-dose" : "no-weight"));
    }
    if (first != null
        && first.compareTo(CONFIRM_ABOVE) > 0
        && !confirmed.contains(Confirmation.ABOVE_80)) {
      missing.add(Confirmation.ABOVE_80);
      reasons.add(Note.of("above-80", plain(CONFIRM_ABOVE), plain(first)));
    }
    if (first == null || !missing.isEmpty()) {
      return new NeedsConfirmation(missing, reasons);
    }
    return new Planned(plan(rounded(first)), notes(first, flare));
  }

  /// What a person who wrote steps has to confirm and did not: they are that person's own, so a
  /// flare does not forbid them, but nobody writes them without having read of it.
  ///
  /// @param flare whether the patient is in flare on the first day
  /// @param flareKnown whether the person says to know of a flare
  public static List<Note> unconfirmed(
      List<PlanStep> steps, Set<Confirmation> confirmed, FlareState flare, boolean flareKnown) {
    List<Note> reasons = new ArrayList<>();
    if (flare.inFlare() == Truth.TRUE && !flareKnown) {
      reasons.add(flare.note());
    }
    for (PlanStep step : steps) {
      if (step.dose().compareTo(CONFIRM_ABOVE) > 0 && !confirmed.contains(Confirmation.ABOVE_80)) {
        reasons.add(Note.of("above-80", plain(CONFIRM_ABOVE), plain(step.dose())));
        break;
      }
    }
    return reasons;
  }

  private List<Note> refusals() {
    List<Note> refused = new ArrayList<>();
    if (weightKg != null
        && !(weightKg.compareTo(LEAST_WEIGHT) >= 0 && weightKg.compareTo(MOST_WEIGHT) <= 0)) {
      refused.add(
          Note.of("weight-range", plain(LEAST_WEIGHT), plain(MOST_WEIGHT), plain(weightKg)));
    }
    if (weightKg == null
        && firstDose != null
        && !(firstDose.signum() > 0 && firstDose.compareTo(TaperPlan.HIGHEST_DOSE) <= 0)) {
      refused.add(Note.of("first-dose-range", plain(TaperPlan.HIGHEST_DOSE), plain(firstDose)));
    }
    range(refused, "weeks-range", LEAST_WEEKS, MOST_WEEKS, plateauWeeks);
    range(refused, "months-range", LEAST_MONTHS, MOST_MONTHS, taperMonths);
    if (target.signum() < 0) {
      refused.add(Note.of("target-negative", plain(target)));
    }
    return refused;
  }

  private static void range(List<Note> refused, String code, int least, int most, int found) {
    if (!(found >= least && found <= most)) {
      refused.add(
          Note.of(code, Integer.toString(least), Integer.toString(most), Integer.toString(found)));
    }
  }

  private List<Note> notes(BigDecimal first, @Nullable FlareState flare) {
    List<Note> notes = new ArrayList<>();
    if (rounded(first).compareTo(first) != 0) {
      notes.add(Note.of("rounded", plain(first), plain(rounded(first))));
    }
    if (flare == null) {
      notes.add(Note.of("flare-not-asked"));
    } else if (flare.inFlare() == Truth.UNKNOWN) {
      notes.add(flare.note());
    }
    return notes;
  }

  private TaperPlan plan(BigDecimal first) {
    LocalDate down = start.plusWeeks(plateauWeeks);
    long weeks = ChronoUnit.DAYS.between(down, down.plusMonths(taperMonths)) / WEEK;
    List<PlanStep> steps = new ArrayList<>();
    steps.add(PlanStep.of(start, first));
    BigDecimal fall = first.subtract(target);
    for (long week = 0; week <= weeks; week++) {
      BigDecimal exact =
          first.subtract(
              fall.multiply(BigDecimal.valueOf(week + 1))
                  .divide(BigDecimal.valueOf(weeks + 1), 6, RoundingMode.HALF_UP));
      // The target is the person's and stands as named; no step goes below it by rounding.
      BigDecimal dose = week == weeks ? target : rounded(exact).max(target);
      if (dose.compareTo(steps.getLast().dose()) < 0) {
        steps.add(PlanStep.of(down.plusDays(week * WEEK), dose));
      }
    }
    return new TaperPlan(weightKg, steps);
  }

  /// The nearest dose that tablets can make.
  static BigDecimal rounded(BigDecimal dose) {
    BigDecimal grain = dose.compareTo(FINE_UP_TO) > 0 ? COARSE : FINE;
    BigDecimal rounded = dose.divide(grain, 0, RoundingMode.HALF_UP).multiply(grain);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
