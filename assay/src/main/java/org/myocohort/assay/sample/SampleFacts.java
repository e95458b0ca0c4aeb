package org.myocohort.assay.sample;

/// Whose sample it is; every text is empty where it is not known.
///
/// @param patient pseudonym
/// @param date when the sample was taken, as written: a day, a month or a year
/// @param visit the visit's name
/// @param sample id of the sample
/// @param condition what was done to the cells, such as `stimulated`
public record SampleFacts(
    String patient, String date, String visit, String sample, String condition) {
  /// A sample of which only the name is known.
  public static SampleFacts named(String sample) {
    return new SampleFacts("", "", "", sample, "");
  }
}
