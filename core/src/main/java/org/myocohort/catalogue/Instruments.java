package org.myocohort.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.hyperinflammation.HScore;
import org.myocohort.hyperinflammation.MacrophageActivation2016;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.StudySettings;
import org.myocohort.lung.ProgressivePulmonaryFibrosis2022;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.response.FollowUpInstrument;
import org.myocohort.safety.AnakinraDosing;
import org.myocohort.safety.CreatinineClearance;
import org.myocohort.safety.CtcaeGrades;
import org.myocohort.safety.CtcaeLaboratoryGrades;
import org.myocohort.strength.ManualMuscleTest24;
import org.myocohort.strength.ManualMuscleTest8;
import org.myocohort.treatment.PrednisoneEquivalent;

/// Every instrument, in the order in which answers list them. Adding one means adding a line.
///
/// Classification criteria have a list of their own, `CriteriaSets`.
public final class Instruments {
  private Instruments() {}

  public static final List<Instrument> ALL =
      Stream.concat(
              FollowUpInstrument.ALL.stream(),
              Stream.of(
                  new ManualMuscleTest8(),
                  new ManualMuscleTest24(),
                  new ProgressivePulmonaryFibrosis2022(),
                  new HScore(),
                  new MacrophageActivation2016(),
                  new CtcaeLaboratoryGrades(CtcaeGrades.Version.V5),
                  new CtcaeLaboratoryGrades(CtcaeGrades.Version.V6),
                  new PrednisoneEquivalent(),
                  new CreatinineClearance(),
                  new AnakinraDosing()))
          .map(Instrument.class::cast)
          .toList();

  /// What the instruments say of a patient, in order of time.
  public static List<Assessment> assess(
      PatientRecord patient, StudySettings settings, List<Instrument> instruments) {
    List<Assessment> answers = new ArrayList<>();
    for (Instrument instrument : instruments) {
      answers.addAll(instrument.assess(patient, settings));
    }
    answers.sort(Comparator.comparingLong(Instruments::time));
    return answers;
  }

  private static long time(Assessment assessment) {
    Moment at = assessment.at();
    return at == null ? Long.MIN_VALUE : at.middle();
  }
}
