package org.myocohort.app.web.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.registry.RecordProblem;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.registry.TrialFiles;
import org.myocohort.care.trial.registry.TrialSink;
import org.myocohort.care.trial.store.TrialImport;
import org.myocohort.registry.importing.Progress;

/// What a file of trials holds, read without keeping anything.
///
/// @param good records that can be imported
/// @param refused records that cannot
/// @param days of which the good ones speak
/// @param problems the first of them
record TrialUploadCheck(
    int good,
    int refused,
    SortedSet<LocalDate> days,
    List<RecordProblem> problems,
    int problemCount) {
  private static final int KILOBYTE = 1024;

  static TrialUploadCheck of(Path file, String name, SnapshotDay day, Progress progress)
      throws IOException {
    Counting counting = new Counting();
    int kilobytes = (int) Math.max(1, Files.size(file) / KILOBYTE);
    TrialFiles.read(
        file,
        name,
        day,
        counting,
        bytes -> progress.at((int) Math.min(kilobytes, bytes / KILOBYTE), kilobytes));
    return new TrialUploadCheck(
        counting.good, counting.refused, counting.days, counting.problems, counting.problemCount);
  }

  private static final class Counting implements TrialSink {
    private int good;
    private int refused;
    private int problemCount;
    private final SortedSet<LocalDate> days = new TreeSet<>();
    private final List<RecordProblem> problems = new ArrayList<>();

    @Override
    public void trial(Trial trial) {
      good++;
      days.add(trial.provenance().snapshot());
    }

    @Override
    public void refused(List<RecordProblem> found) {
      refused++;
      problemCount += found.size();
      for (RecordProblem problem : found) {
        if (problems.size() < TrialImport.NAMED) {
          problems.add(problem);
        }
      }
    }
  }
}
