package org.myocohort.care.summary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.Readability;
import org.myocohort.patient.PatientRecord;

/// A patient's record in plain words, for the patient, after a clinician has read it.
///
/// Every sentence states the record, or is a sentence of the patient library, whose sources were
/// all read. What the record does not hold is said so. No sentence was reviewed by a clinician
/// before.
///
/// @param day of which "now" is spoken
/// @param sections one a topic
/// @param ofTheLibrarysDisease whether the record meets the rule for the one disease that the
///   library describes; where it does not, sentences that speak of "this disease" are offered only
/// @param picture the course in one picture, or null where the record holds too little
public record PersonalSummary(
    PageLanguage language,
    LocalDate day,
    List<Section> sections,
    boolean ofTheLibrarysDisease,
    @Nullable Picture picture) {
  public PersonalSummary {
    sections = List.copyOf(sections);
  }

  /// Writes the summary of a record.
  public static PersonalSummary of(
      PatientRecord patient, StudyPlan plan, LocalDate day, PageLanguage language) {
    Writing writing = new Writing(patient, plan, day, language);
    Treatments treatments = new Treatments(writing);
    Trend trend = new Trend(writing);
    return new PersonalSummary(
        language,
        day,
        List.of(
            new Diagnosis(writing).section(),
            treatments.now(),
            treatments.timeToEffect(),
            treatments.watch(),
            new Checks(writing).section(),
            trend.section()),
        writing.ofTheLibrarysDisease(),
        trend.picture());
  }

  /// Every sentence, in the order of the page.
  public List<Sentence> sentences() {
    return sections.stream().flatMap(section -> section.sentences().stream()).toList();
  }

  /// How easily the sentences read that are printed unless somebody changes it; headings are left
  /// out.
  public Readability readability() {
    return Readability.of(
        sentences().stream().filter(Sentence::suggested).map(Sentence::text).toList());
  }
}
