package org.myocohort.cohort.variable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.taper.Relapse;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.cohort.selection.FollowUp;
import org.myocohort.cohort.selection.Subject;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.response.ResponseCategory;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ScoreForm;

/// A member of a cohort whom variables are asked of. What several ask for is worked out once.
///
/// Not for several threads at once.
public final class Member {
  private final Subject subject;
  private final StudySettings settings;
  private @Nullable FollowUp followUp;
  private @Nullable ResponseSeries response;
  private @Nullable LinesOfTreatment lines;
  private @Nullable TaperHistory taper;

  /// Prepares a member.
  ///
  /// @param settings of the study; the drug of its index event is that of the cohort
  public Member(Subject subject, StudySettings settings) {
    this.subject = subject;
    this.settings = settings;
  }

  public String id() {
    return subject.id();
  }

  public Subject subject() {
    return subject;
  }

  PatientRecord patient() {
    return subject.patient();
  }

  StudySettings settings() {
    return settings;
  }

  /// Days from day 0 to a time; empty without day 0, on another scale, or after the last day that
  /// counts.
  OptionalLong day(Moment moment) {
    Optional<Moment> zero = subject.zero();
    if (zero.isEmpty() || isLater(moment)) {
      return OptionalLong.empty();
    }
    return moment.daysSince(zero.get()).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private boolean isLater(Moment moment) {
    return !(moment instanceof Moment.IndexDay) && moment.earliest() > subject.on().toEpochDay();
  }

  boolean hasZero() {
    return subject.zero().isPresent();
  }

  /// Day 0 as days since 1970-01-01, the middle of a month or year; empty off the calendar.
  public OptionalLong zeroEpochDay() {
    Optional<Moment> zero = subject.zero();
    return zero.isPresent() && !(zero.get() instanceof Moment.IndexDay)
        ? OptionalLong.of(zero.get().middle())
        : OptionalLong.empty();
  }

  /// Day 0 where it is a day of the calendar.
  Optional<LocalDate> zeroDay() {
    return subject.zero().isPresent() && subject.zero().get() instanceof Moment.Day(LocalDate date)
        ? Optional.of(date)
        : Optional.empty();
  }

  boolean isZeroExact() {
    return subject.zero().map(Moment::isExact).orElse(false);
  }

  /// Days from day 0 to the last day that the record certainly speaks of; empty without day 0 or
  /// where nothing has a date of the calendar.
  public OptionalLong followedDays() {
    Optional<Moment> zero = subject.zero();
    if (zero.isEmpty()
        || zero.get() instanceof Moment.IndexDay
        || followUp().earliest() == Long.MIN_VALUE) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(0, followUp().earliest() - zero.get().middle()));
  }

  /// The row that the follow-up ends with.
  List<Used> lastUsed() {
    return followUp().used();
  }

  private FollowUp followUp() {
    FollowUp made = followUp;
    if (made == null) {
      made = FollowUp.of(subject.patient(), subject.on());
      followUp = made;
    }
    return made;
  }

  ResponseSeries response() {
    ResponseSeries made = response;
    if (made == null) {
      made = ResponseSeries.of(ScoreForm.ADULT, subject.patient(), settings);
      response = made;
    }
    return made;
  }

  LinesOfTreatment lines() {
    LinesOfTreatment made = lines;
    if (made == null) {
      made = LinesOfTreatment.of(subject.patient(), subject.on());
      lines = made;
    }
    return made;
  }

  /// What the tapers taught, up to the last day that the record speaks of.
  TaperHistory taper() {
    TaperHistory made = taper;
    if (made == null) {
      Moment until = TaperHistory.lastDay(subject.patient()).orElse(new Moment.Day(subject.on()));
      if (isLater(until)) {
        until = new Moment.Day(subject.on());
      }
      made = TaperHistory.of(subject.patient(), settings, until);
      taper = made;
    }
    return made;
  }

  /// Every worsening of the record with its dose, up to the last day that counts.
  public List<Relapse> relapses() {
    return taper().relapses();
  }

  /// The lines of treatment, up to the last day that counts.
  public List<TreatmentLine> treatmentLines() {
    return lines().lines();
  }

  /// Something that happened to a member from day 0 on.
  ///
  /// @param day days from day 0
  /// @param what `response`, `relapse` or `death`
  /// @param used what says so
  public record Milestone(long day, String what, List<Used> used) {
    public Milestone {
      used = List.copyOf(used);
    }
  }

  /// The first moderate response to the index drug alone, relapses by definition, death; in this
  /// order.
  public List<Milestone> milestones() {
    List<Milestone> found = new ArrayList<>();
    add(new WaitingSources.ToResponse(ResponseCategory.MODERATE).of(this), "response", found);
    for (Relapse relapse : relapses()) {
      if (relapse.byDefinition() == Truth.TRUE
          && relapse.flare().date() instanceof Value.Known<Moment>(Moment date)) {
        OptionalLong day = day(date);
        if (day.isPresent() && day.getAsLong() > 0) {
          found.add(
              new Milestone(
                  day.getAsLong(),
                  "relapse",
                  List.of(
                      new Used(
                          relapse.flare().row(),
                          "date",
                          relapse.flare().kind().code(),
                          "",
                          date.toString()))));
        }
      }
    }
    add(new WaitingSources.ToDeath().of(this), "death", found);
    return found;
  }

  private static void add(Waiting waiting, String what, List<Milestone> into) {
    Long days = waiting.days();
    if (days != null && waiting.cause().filter(what::equals).isPresent()) {
      into.add(new Milestone(days, what, waiting.used()));
    }
  }
}
