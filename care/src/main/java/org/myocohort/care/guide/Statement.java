package org.myocohort.care.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sourced;
import org.myocohort.instrument.Verification;

/// One statement on a treatment.
///
/// @param id its name, for good, such as `azathioprine.allopurinol`
/// @param phenotype in whom to take care, a word such as `interstitial-lung-disease`; empty for
///   other kinds than [Kind#CAUTION_PHENOTYPE]
/// @param with the other drugs of a [Kind#CAUTION_DRUG]: codes of the drug vocabulary where they
///   have one, else words such as `allopurinol`
/// @param evidence the study, of a [Kind#EVIDENCE]
/// @param place where in the source
/// @param read when the source was read for it
/// @param checked when it was last gone through
/// @param contradictedBy ids of statements that show that it is wrong: it is kept because the
///   source says it, and never used
/// @param differsFrom ids of statements of other sources that say something else; both stand
public record Statement(
    String id,
    Kind kind,
    String phenotype,
    List<String> with,
    String english,
    String italian,
    Optional<Evidence> evidence,
    Verification mark,
    Source source,
    String place,
    Optional<LocalDate> read,
    LocalDate checked,
    List<String> contradictedBy,
    List<String> differsFrom)
    implements Sourced {

  public Statement {
    with = List.copyOf(with);
    contradictedBy = List.copyOf(contradictedBy);
    differsFrom = List.copyOf(differsFrom);
  }

  @Override
  public String about() {
    return kind.code();
  }

  @Override
  public String text(String language) {
    return language.equals("it") ? italian : english;
  }

  public boolean contradicted() {
    return !contradictedBy.isEmpty();
  }

  @Override
  public boolean holds() {
    return Sourced.super.holds() && !contradicted();
  }
}
