package org.myocohort.evidence.format;

import java.util.List;

/// What reading a file gave, apart from the records themselves.
///
/// @param file name of the export, without folders
/// @param format in which it was read
/// @param records how many
/// @param withoutTitle how many of them have no title
/// @param problemCount of all problems
/// @param problems the first of them, at most [#KEPT]
/// @param notices about the whole file
public record ReadResult(
    String file,
    RecordFormat format,
    int records,
    int withoutTitle,
    int problemCount,
    List<ReadProblem> problems,
    List<ReadNotice> notices) {
  /// How many problems are kept; the rest are counted.
  public static final int KEPT = 200;

  public ReadResult {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }
}
