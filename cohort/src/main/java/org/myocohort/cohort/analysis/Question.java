package org.myocohort.cohort.analysis;

import java.util.List;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.cohort.variable.When;
import org.myocohort.statistics.reference.ReferenceGroup;

/// One analysis of a plan.
public sealed interface Question {

  /// As the plan names it.
  String title();

  Grouping by();

  /// Each variable by group: a paper's first table.
  ///
  /// @param variables numbers and questions of yes or no
  record Describe(String title, List<Variable> variables, Grouping by) implements Question {
    public Describe {
      variables = List.copyOf(variables);
    }
  }

  /// A number in two groups, or of everyone.
  record CompareNumbers(String title, Variable.OfNumber variable, Grouping by)
      implements Question {}

  /// How many in each group.
  record CompareShares(String title, Variable.OfTruth variable, Grouping by) implements Question {}

  /// Before and after.
  record Change(String title, Variable.OfCourse variable, When from, When to, Grouping by)
      implements Question {}

  /// Two numbers of each member.
  record Correlate(
      String title, Variable.OfNumber x, Variable.OfNumber y, Correlation method, Grouping by)
      implements Question {}

  /// Which correlation.
  enum Correlation {
    SPEARMAN,
    PEARSON,
    KENDALL
  }

  /// Time to an event.
  record Wait(String title, Variable.OfWaiting variable, Grouping by) implements Question {}

  /// Events in a time.
  record Rate(String title, Variable.OfEvents variable, Grouping by) implements Question {}

  /// A course in each member.
  ///
  /// @param panels whether each member has a little panel of their own
  record Follow(String title, Variable.OfCourse variable, boolean panels, Grouping by)
      implements Question {}

  /// A number beside a group that is known by its printed summary only.
  ///
  /// @param group the summary
  /// @param source where it is printed
  record Against(
      String title, Variable.OfNumber variable, ReferenceGroup group, String source, Grouping by)
      implements Question {}

  /// Who has what: a row each member, a column each question of yes or no.
  record Overview(String title, List<Variable.OfTruth> variables, Grouping by) implements Question {
    public Overview {
      variables = List.copyOf(variables);
    }
  }

  /// Each relapse with the dose of glucocorticoid that was not enough.
  record RelapseDoses(String title, Grouping by) implements Question {}

  /// What every member was treated with, in order.
  ///
  /// @param shown how it is drawn
  record Treatments(String title, TreatmentsShown shown, Grouping by) implements Question {}

  /// How treatments are drawn.
  enum TreatmentsShown {
    /// From which drugs to which, line by line.
    LINES,
    /// A bar for each member over time, with what happened on it.
    SWIMMER
  }
}
