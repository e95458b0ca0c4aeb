package org.myocohort.care.trial.registry;

import java.util.List;

/// What is wrong with one record of a trial file.
///
/// @param file its name
/// @param record number in the file, from 1; 0 for the file as a whole
/// @param id the trial's number, empty where it was not read
/// @param field the field as the file names it, empty for the whole record
/// @param code of the sentence, in the message files as `trial-problem.CODE`
/// @param found what stands there
/// @param values what the sentence names
public record RecordProblem(
    String file,
    int record,
    String id,
    String field,
    String code,
    String found,
    List<String> values) {
  public RecordProblem {
    values = List.copyOf(values);
  }
}
