package org.myocohort.response;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Visit;

/// An instrument that compares two visits, put to every follow-up of a patient.
///
/// @param form which core set it compares
/// @param comparison the instrument itself
public record FollowUpInstrument(
    String code,
    String version,
    String citation,
    List<Rule> rules,
    ScoreForm form,
    Function<CoreSetComparison, Assessment> comparison)
    implements Instrument {

  private static final String ADULT_CITATION =
      "Aggarwal R, Rider LG, Ruperto N, et al. Ann Rheum Dis 2017;76:792-801, doi"
          + " 10.1136/annrheumdis-2017-211400";
  private static final String JUVENILE_CITATION =
      "Rider LG, Aggarwal R, Pistorio A, et al. Ann Rheum Dis 2017;76:782-791, doi"
          + " 10.1136/annrheumdis-2017-211401";

  /// The response instruments, the total improvement score first.
  public static final List<FollowUpInstrument> ALL =
      List.of(
          score(TotalImprovementScore.CODE, ADULT_CITATION, ScoreForm.ADULT),
          score(
              TotalImprovementScore.CODE + "-juvenile-imacs",
              JUVENILE_CITATION,
              ScoreForm.JUVENILE_IMACS),
          score(
              TotalImprovementScore.CODE + "-juvenile-printo",
              JUVENILE_CITATION,
              ScoreForm.JUVENILE_PRINTO),
          new FollowUpInstrument(
              ImprovementDefinition2004.CODE,
              ImprovementDefinition2004.VERSION,
              ImprovementDefinition2004.CITATION,
              ImprovementDefinition2004.rules(),
              ScoreForm.ADULT,
              ImprovementDefinition2004::assess),
          new FollowUpInstrument(
              Worsening.CODE,
              Worsening.VERSION,
              Worsening.CITATION,
              Worsening.rules(),
              ScoreForm.ADULT,
              Worsening::assess));

  private static FollowUpInstrument score(String code, String citation, ScoreForm form) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("points", Verification.VERIFIED, "[42] Table 3, [1]"));
    rules.add(new Rule("thresholds", Verification.VERIFIED, "[42]"));
    switch (form) {
      case ADULT -> {
        rules.add(new Rule("ranges", Verification.VERIFIED, "[1]"));
        rules.add(new Rule("enzyme-multiples", Verification.VERIFIED, "[1]"));
        rules.add(new Rule("aldolase-multiple", Verification.FROM_MEMORY, ""));
      }
      case JUVENILE_IMACS -> {
        rules.add(new Rule("juvenile-ranges", Verification.FROM_MEMORY, ""));
        rules.add(new Rule("juvenile-enzyme-multiples", Verification.NOT_FOUND, ""));
      }
      case JUVENILE_PRINTO -> {
        rules.add(new Rule("juvenile-ranges", Verification.FROM_MEMORY, ""));
        rules.add(new Rule("chq-range", Verification.NOT_FOUND, ""));
      }
    }
    rules.add(new Rule("missing", Verification.OURS, ""));
    rules.add(new Rule("most-abnormal-enzyme", Verification.OURS, ""));
    rules.add(new Rule("mmt-150", Verification.FROM_MEMORY, ""));
    rules.add(new Rule("population", Verification.OURS, ""));
    return new FollowUpInstrument(
        code,
        "2016",
        citation,
        rules,
        form,
        compared -> TotalImprovementScore.assess(form, null, compared));
  }

  /// One answer a visit after the baseline, see [ResponseSeries].
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Visit baseline = ResponseSeries.baseline(patient, settings);
    List<Assessment> answers = new ArrayList<>();
    if (baseline == null) {
      return answers;
    }
    for (Visit visit : patient.visits()) {
      if (visit.date().isAfter(baseline.date()) == Truth.TRUE) {
        Assessment answer =
            comparison.apply(
                CoreSetComparison.of(form, baseline, visit, settings.childHealthRange()));
        answers.add(
            new Assessment(
                code,
                visit.date(),
                answer.status(),
                answer.value(),
                answer.bounds(),
                answer.category(),
                answer.parts(),
                answer.notes()));
      }
    }
    return answers;
  }
}
