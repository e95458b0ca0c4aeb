package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.taper.Relapse;
import org.myocohort.cohort.variable.Course;
import org.myocohort.cohort.variable.Member;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.patient.Value;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.reference.ReferenceComparison;
import org.myocohort.statistics.survival.AalenJohansen;
import org.myocohort.statistics.survival.KaplanMeier;

/// The answer to a question of a plan.
public sealed interface Finding {

  Question question();

  /// Names of the cells of the rows.
  List<String> columns();

  /// What stands behind the answer, in the order of the members.
  List<Row> rows();

  /// The test that counts among those of the plan, empty where there is none.
  default Optional<TestResult> test() {
    return Optional.empty();
  }

  /// A table of characteristics.
  ///
  /// @param lines one for each variable
  record Described(
      Question.Describe question, List<String> columns, List<Row> rows, List<Line> lines)
      implements Finding {
    public Described {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      lines = List.copyOf(lines);
    }
  }

  /// A variable of a table of characteristics: the whole cohort first, then each group.
  sealed interface Line {
    Variable variable();

    /// A number.
    ///
    /// @param groups values of each column
    /// @param described of each column
    record OfNumbers(Variable.OfNumber variable, List<Numbers> groups, List<TestResult> described)
        implements Line {
      public OfNumbers {
        groups = List.copyOf(groups);
        described = List.copyOf(described);
      }
    }

    /// Yes or no.
    ///
    /// @param groups counts of each column
    /// @param shares of each column
    record OfCounts(Variable.OfTruth variable, List<Counts> groups, List<TestResult> shares)
        implements Line {
      public OfCounts {
        groups = List.copyOf(groups);
        shares = List.copyOf(shares);
      }
    }
  }

  /// A number in groups.
  ///
  /// @param groups values of each group
  /// @param described descriptives of each group
  /// @param compared the two groups against each other; with its reason where that cannot be done
  record NumbersCompared(
      Question.CompareNumbers question,
      List<String> columns,
      List<Row> rows,
      List<Numbers> groups,
      List<TestResult> described,
      TestResult compared)
      implements Finding {
    public NumbersCompared {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
      described = List.copyOf(described);
    }

    @Override
    public Optional<TestResult> test() {
      return question.by().isDivided() ? Optional.of(compared) : Optional.empty();
    }
  }

  /// Yes and no in groups.
  ///
  /// @param groups counts of each group
  /// @param shares of each group, with exact limits
  /// @param compared the table of groups by yes and no
  /// @param limits what a series of this size cannot show
  record SharesCompared(
      Question.CompareShares question,
      List<String> columns,
      List<Row> rows,
      List<Counts> groups,
      List<TestResult> shares,
      TestResult compared,
      SeriesLimits limits)
      implements Finding {
    public SharesCompared {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
      shares = List.copyOf(shares);
    }

    @Override
    public Optional<TestResult> test() {
      return question.by().isDivided() ? Optional.of(compared) : Optional.empty();
    }
  }

  /// A pair of values of one member.
  ///
  /// @param patient id
  /// @param group position of the group, -1 where the record does not tell
  /// @param before perhaps a limit
  /// @param after perhaps a limit
  record Pair(String patient, int group, Value<BigDecimal> before, Value<BigDecimal> after) {}

  /// Before and after.
  ///
  /// @param pairs members with both values
  /// @param before descriptives of the first values of each group, of pairs only
  /// @param after descriptives of the second
  /// @param changed each group's pairs tested: after less before
  /// @param compared the changes of two groups against each other
  record Changed(
      Question.Change question,
      List<String> columns,
      List<Row> rows,
      List<Pair> pairs,
      List<TestResult> before,
      List<TestResult> after,
      List<TestResult> changed,
      TestResult compared)
      implements Finding {
    public Changed {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      pairs = List.copyOf(pairs);
      before = List.copyOf(before);
      after = List.copyOf(after);
      changed = List.copyOf(changed);
    }

    @Override
    public Optional<TestResult> test() {
      return Optional.of(question.by().isDivided() ? compared : changed.getFirst());
    }
  }

  /// Two numbers of each member.
  ///
  /// @param pairs members with both numbers: x is before, y after
  record Correlated(
      Question.Correlate question,
      List<String> columns,
      List<Row> rows,
      List<Pair> pairs,
      TestResult correlation)
      implements Finding {
    public Correlated {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      pairs = List.copyOf(pairs);
    }

    @Override
    public Optional<TestResult> test() {
      return Optional.of(correlation);
    }
  }

  /// Times to an event.
  ///
  /// @param causes the events, the one asked for first
  /// @param groups each group's members
  /// @param compared the groups' waiting for the event asked for, by the log-rank test
  record Waited(
      Question.Wait question,
      List<String> columns,
      List<Row> rows,
      List<String> causes,
      List<WaitingGroup> groups,
      TestResult compared)
      implements Finding {
    public Waited {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      causes = List.copyOf(causes);
      groups = List.copyOf(groups);
    }

    @Override
    public Optional<TestResult> test() {
      return question.by().isDivided() ? Optional.of(compared) : Optional.empty();
    }
  }

  /// The waiting of one group.
  ///
  /// @param missing members of whom the time cannot be told
  /// @param events of each cause
  /// @param curve of the first event of any cause
  /// @param incidence of each cause while the others compete
  record WaitingGroup(
      int missing, List<Integer> events, KaplanMeier curve, AalenJohansen incidence) {
    public WaitingGroup {
      events = List.copyOf(events);
    }
  }

  /// Rates of events.
  ///
  /// @param groups each group's events and time
  /// @param compared the rate of the first group over that of the second
  record Rated(
      Question.Rate question,
      List<String> columns,
      List<Row> rows,
      List<RateGroup> groups,
      TestResult compared)
      implements Finding {
    public Rated {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
    }

    @Override
    public Optional<TestResult> test() {
      return question.by().isDivided() ? Optional.of(compared) : Optional.empty();
    }
  }

  /// The events of one group.
  ///
  /// @param members whose time is known
  /// @param withEvent members with one event at least
  /// @param missing members of whom the time cannot be told
  /// @param undated events that may fall into the time: not counted
  /// @param years patient-years
  /// @param rate events in a patient-year
  record RateGroup(
      int members, int withEvent, int missing, int undated, double years, TestResult rate) {}

  /// A course of one member.
  record MemberCourse(String patient, int group, Course course) {}

  /// A course of every member.
  ///
  /// @param courses of every member, empty ones included
  record Followed(
      Question.Follow question, List<String> columns, List<Row> rows, List<MemberCourse> courses)
      implements Finding {
    public Followed {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      courses = List.copyOf(courses);
    }
  }

  /// A number beside a group known by its summary.
  ///
  /// @param values of the members
  /// @param described descriptives of them
  /// @param comparison what can be said; empty without any value
  record Referenced(
      Question.Against question,
      List<String> columns,
      List<Row> rows,
      Numbers values,
      TestResult described,
      Optional<ReferenceComparison> comparison)
      implements Finding {
    public Referenced {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// Who has what.
  ///
  /// @param counts of each variable
  /// @param together pairs of variables that are the same in every member of whom both are known,
  ///   or the contrary: what comes with the one cannot be told from what comes with the other
  record Overviewed(
      Question.Overview question,
      List<String> columns,
      List<Row> rows,
      List<Counts> counts,
      List<Confounded> together)
      implements Finding {
    public Overviewed {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      counts = List.copyOf(counts);
      together = List.copyOf(together);
    }
  }

  /// Two variables that cannot be told apart.
  ///
  /// @param first position among the variables
  /// @param second position among the variables
  /// @param contrary whether one holds where the other does not
  /// @param members of whom both are known
  record Confounded(int first, int second, boolean contrary, int members) {}

  /// Relapses with their doses.
  ///
  /// @param relapses each with its patient
  record RelapsesSeen(
      Question.RelapseDoses question,
      List<String> columns,
      List<Row> rows,
      List<MemberRelapse> relapses)
      implements Finding {
    public RelapsesSeen {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      relapses = List.copyOf(relapses);
    }
  }

  /// A relapse of one member.
  ///
  /// @param day days from day 0; empty where it has no date or there is no day 0
  record MemberRelapse(String patient, int group, Optional<Long> day, Relapse relapse) {}

  /// What members were treated with.
  ///
  /// @param treated of every member
  record Treated(
      Question.Treatments question, List<String> columns, List<Row> rows, List<MemberLines> treated)
      implements Finding {
    public Treated {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      treated = List.copyOf(treated);
    }
  }

  /// The lines of treatment of one member.
  ///
  /// @param zero day 0, days since 1970-01-01; empty where it is not known
  /// @param followed days from day 0 that the record speaks of
  /// @param milestones what happened from day 0 on
  record MemberLines(
      String patient,
      int group,
      List<TreatmentLine> lines,
      OptionalLong zero,
      OptionalLong followed,
      List<Member.Milestone> milestones) {
    public MemberLines {
      lines = List.copyOf(lines);
      milestones = List.copyOf(milestones);
    }
  }
}
