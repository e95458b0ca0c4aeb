package org.myocohort.instrument;

import java.util.List;
import org.myocohort.patient.PatientRecord;

/// A published instrument: who made it, how far it is verified, and its answers for a patient.
public interface Instrument {

  /// A short stable code, such as `hscore`.
  String code();

  /// The version of the publication, usually its year.
  String version();

  /// Full citation with DOI.
  String citation();

  /// Its statements with their verification marks, in the paper's order.
  List<Rule> rules();

  /// Every answer that the record supports, in order of time; none where the record holds nothing
  /// that the instrument reads.
  List<Assessment> assess(PatientRecord patient, StudySettings settings);
}
