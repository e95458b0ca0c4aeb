package org.myocohort.care.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.RefractoryDefinition;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Sex;

/// A demand, or a part of one, as something that can be looked up in a patient's record, or as
/// something that only a person can judge.
public sealed interface Rule {

  /// Rules made of rules.
  sealed interface Combined extends Rule {
    List<Rule> parts();
  }

  /// A single look at the record.
  sealed interface Leaf extends Rule {}

  /// All hold.
  record All(List<Rule> parts) implements Combined {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// At least one holds.
  record Any(List<Rule> parts) implements Combined {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// At least so many hold.
  record Count(int least, List<Rule> parts) implements Combined {
    public Count {
      parts = List.copyOf(parts);
    }
  }

  record Not(Rule part) implements Combined {
    @Override
    public List<Rule> parts() {
      return List.of(part);
    }
  }

  /// One demand where a condition holds, another where it does not: a threshold that depends on
  /// something.
  ///
  /// @param otherwise null where nothing is demanded then
  record When(Rule condition, Rule then, @Nullable Rule otherwise) implements Combined {
    @Override
    public List<Rule> parts() {
      return otherwise == null ? List.of(condition, then) : List.of(condition, then, otherwise);
    }
  }

  /// Age in years.
  record Age(AgeAt at, Limits limits) implements Leaf {}

  /// When the age counts.
  enum AgeAt {
    NOW("now"),
    ONSET("at onset"),
    DIAGNOSIS("at diagnosis");

    private final String word;

    AgeAt(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Sex at birth.
  record SexIs(Sex sex) implements Leaf {}

  /// One antibody.
  ///
  /// @param antibody code, or `anti-synthetase` for any of that group
  /// @param positive or negative
  /// @param centrally whether the trial's own laboratory must have tested it: no record holds that,
  ///   so a recent result stands for it, with a note
  /// @param within since when it must have been tested, or null
  record Antibody(String antibody, boolean positive, boolean centrally, @Nullable Span within)
      implements Leaf {}

  /// A measured quantity.
  ///
  /// @param within how old it may be, or null
  record Measured(String code, Limits limits, Take take, @Nullable Span within) implements Leaf {}

  /// Which of several values counts.
  enum Take {
    LATEST("latest"),
    ANY("any"),
    EVERY("every"),
    HIGHEST("highest"),
    LOWEST("lowest");

    private final String word;

    Take(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// A fall of a quantity up to its latest value.
  ///
  /// @param limits of the fall, in percent
  /// @param within how far back the earlier value may lie
  record Fall(String code, Limits limits, FallAs as, Span within) implements Leaf {}

  /// How a fall of a percentage is counted.
  enum FallAs {
    /// In points of the unit.
    POINTS("points"),
    /// In percent of the earlier value.
    RELATIVE("relative"),
    /// The text does not say: it counts only where both ways agree.
    UNCLEAR("unclear");

    private final String word;

    FallAs(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// A measure of a visit.
  ///
  /// @param maximum of the form that the limit belongs to, 0 where the measure has one form only
  record CoreSet(CoreSetScale scale, int maximum, Limits limits, @Nullable Span within)
      implements Leaf {}

  /// A finding.
  ///
  /// @param ever whether it counts at any time, or on the day only
  /// @param within since when it counts, or null
  record Found(String finding, boolean ever, @Nullable Span within) implements Leaf {}

  /// A diagnosis that is no finding of the vocabulary: the record has no place for it.
  record Diagnosis(String name) implements Leaf {}

  /// A published set of criteria is met.
  ///
  /// @param grade at least, `definite` or `probable`; empty where the set has no grades
  record Classified(String set, String grade) implements Leaf {}

  /// A drug that is, was or was not long ago taken.
  ///
  /// @param drugs codes; any of them
  /// @param shown as the file names them
  record Taken(List<String> drugs, String shown, TakenAs as) implements Leaf {
    public Taken {
      drugs = List.copyOf(drugs);
    }
  }

  /// How a drug must have been taken.
  ///
  /// @param now on the day
  /// @param within at any time since, or null
  /// @param stableFor at one dose for so long up to the day, or null
  /// @param atLeastFor without a break for so long, or null
  /// @param dose of a day, or null
  /// @param route `iv`, `oral`, ..., empty for any
  /// @param startedFor words of which the reason of the start must hold one; none for any reason
  record TakenAs(
      boolean now,
      @Nullable Span within,
      @Nullable Span stableFor,
      @Nullable Span atLeastFor,
      @Nullable DoseLimits dose,
      String route,
      List<String> startedFor) {
    public TakenAs {
      startedFor = List.copyOf(startedFor);
    }

    /// The same by any route.
    TakenAs anyHow() {
      return new TakenAs(now, within, stableFor, atLeastFor, dose, "", startedFor);
    }

    /// The same started for any reason.
    TakenAs anyReason() {
      return new TakenAs(now, within, stableFor, atLeastFor, dose, route, List.of());
    }

    /// Only when it was taken.
    public static TakenAs plainly(boolean now, @Nullable Span within) {
      return new TakenAs(now, within, null, null, null, "", List.of());
    }
  }

  /// A drug that was stopped for a reason.
  record Stopped(List<String> drugs, String shown, StopReason because) implements Leaf {
    public Stopped {
      drugs = List.copyOf(drugs);
    }
  }

  /// Why a drug was stopped.
  enum StopReason {
    FAILURE("failure"),
    INTOLERANCE("intolerance"),
    FAILURE_OR_INTOLERANCE("failure or intolerance");

    private final String word;

    StopReason(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Refractory disease, by a stated definition.
  record RefractoryBy(RefractoryDefinition definition) implements Leaf {}

  /// A line of treatment that a drug began, or helped to begin, when it was first given.
  ///
  /// @param drugs codes; the first of them that was given counts
  /// @param shown as the file names them
  /// @param least the number of that line at least, from 1
  record BegunInLine(List<String> drugs, String shown, int least) implements Leaf {
    public BegunInLine {
      drugs = List.copyOf(drugs);
    }
  }

  /// Followed by the centre itself, or described by a publication.
  record DescribedBy(Cohort cohort) implements Leaf {}

  /// Something that happened.
  ///
  /// @param noting words of which the note must hold one; none for any note
  record Happened(ClinicalEvent.Kind kind, @Nullable Span within, List<String> noting)
      implements Leaf {
    public Happened {
      noting = List.copyOf(noting);
    }
  }

  /// How long the disease has lasted.
  record Duration(Since since, Limits limits) implements Leaf {}

  /// From when a disease counts.
  enum Since {
    ONSET("since onset"),
    DIAGNOSIS("since diagnosis"),
    /// The first finding of the record that is not Raynaud's phenomenon.
    FIRST_BUT_RAYNAUD("since first finding but raynaud");

    private final String word;

    Since(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// A fact that could be looked up, for which a record has no place.
  record NotHeld(String item) implements Leaf {}

  /// Something for a person to judge.
  record Person(String why) implements Leaf {}
}
