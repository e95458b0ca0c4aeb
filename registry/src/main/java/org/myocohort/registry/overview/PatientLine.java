package org.myocohort.registry.overview;

import java.util.List;

/// A patient in a list.
///
/// @param antibodies codes of those found positive
/// @param lastVisit date of the latest visit, empty where there is none
/// @param overdueDays by how many days the next visit is late, 0 where it is not
/// @param responseDate date of the latest visit that was scored, empty where none was
/// @param score total improvement score then, empty where only its bounds are known
/// @param lower what the score is at least, empty where none was
/// @param upper what the score is at most, empty where none was
/// @param category response category then, empty where none was scored
/// @param course every scored visit
/// @param openQueries how many queries are open
/// @param changedAt when the patient was last saved
public record PatientLine(
    String id,
    String centre,
    String cohort,
    String sex,
    List<String> antibodies,
    int visits,
    String lastVisit,
    long overdueDays,
    String responseDate,
    String score,
    String lower,
    String upper,
    String category,
    List<ScorePoint> course,
    int itemsFilled,
    int itemsExpected,
    String vitalStatus,
    String consent,
    boolean locked,
    int openQueries,
    String changedAt) {

  public PatientLine {
    antibodies = List.copyOf(antibodies);
    course = List.copyOf(course);
  }

  /// A scored visit.
  ///
  /// @param day days after the baseline
  /// @param lower the score, or what it is at least
  /// @param upper the score, or what it is at most
  public record ScorePoint(long day, double lower, double upper) {
    static ScorePoint parse(String text) {
      int colon = text.indexOf(':');
      long day = Long.parseLong(text.substring(0, colon));
      int dots = text.indexOf("..", colon);
      if (dots < 0) {
        double score = Double.parseDouble(text.substring(colon + 1));
        return new ScorePoint(day, score, score);
      }
      return new ScorePoint(
          day,
          Double.parseDouble(text.substring(colon + 1, dots)),
          Double.parseDouble(text.substring(dots + 2)));
    }
  }
}
