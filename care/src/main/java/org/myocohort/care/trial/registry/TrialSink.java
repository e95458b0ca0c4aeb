package org.myocohort.care.trial.registry;

import java.io.IOException;
import java.util.List;
import org.myocohort.care.trial.Trial;

/// Takes the records of a trial file one after the other.
public interface TrialSink {
  /// A record that was read.
  void trial(Trial trial) throws IOException;

  /// A record that was not: everything that is wrong with it.
  void refused(List<RecordProblem> problems) throws IOException;
}
