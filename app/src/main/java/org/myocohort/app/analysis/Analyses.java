package org.myocohort.app.analysis;

import java.time.LocalDate;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.cohort.analysis.Analyst;
import org.myocohort.cohort.analysis.PlanFile;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.IndexEvent;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.variable.Member;
import org.myocohort.exchange.study.Study;
import org.myocohort.instrument.StudySettings;
import org.myocohort.statistics.inference.TestOptions;

/// Runs plans.
public final class Analyses {
  private Analyses() {}

  /// Selects the cohort of a plan and answers its questions.
  ///
  /// @param on what is recorded of later days does not count
  public static AnalysisReport run(
      Study study, PlanFile.Read plan, LocalDate on, Texts texts, Analyst.Progress progress) {
    Selection selection = Selection.of(plan.cohort(), study.patients(), on);
    StudySettings settings = settings(study.settings(), plan.cohort());
    List<Member> members =
        selection.subjects().stream().map(subject -> new Member(subject, settings)).toList();
    Analyst.Result result = Analyst.of(plan.plan(), members, TestOptions.defaults(), progress);
    return AnalysisReport.of(study, selection, result, Version.text(), texts);
  }

  /// Response is judged from the index event of the cohort where that is the first dose of a drug.
  private static StudySettings settings(StudySettings settings, CohortDefinition cohort) {
    return cohort
        .index()
        .filter(event -> event instanceof IndexEvent.FirstDose first && first.drugs().size() == 1)
        .map(event ->
            new StudySettings(
                ((IndexEvent.FirstDose) event).drugs().getFirst(),
                settings.baselineWindowDays(),
                settings.childHealthRange()))
        .orElse(settings);
  }
}
