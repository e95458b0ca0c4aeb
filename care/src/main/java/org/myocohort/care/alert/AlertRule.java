package org.myocohort.care.alert;

import java.util.List;
import org.myocohort.care.record.DrugSet;
import org.myocohort.instrument.Verification;

/// One rule: a drug, and what must not meet it.
///
/// @param id names it
/// @param drugs the drugs that it is about
/// @param lastingDays for how long after its last dose a course still counts
/// @param condition what must hold beside the drug
/// @param mark how far its statement was checked; only a verified one can raise an alert
/// @param citations where its statement stands
/// @param english what the source says, in own words
/// @param italian the same
public record AlertRule(
    String id,
    DrugSet drugs,
    int lastingDays,
    Condition condition,
    Verification mark,
    List<Citation> citations,
    String english,
    String italian) {
  public AlertRule {
    citations = List.copyOf(citations);
  }

  /// Where a statement stands.
  ///
  /// @param source key of the source
  /// @param place where in it
  public record Citation(String source, String place) {}

  /// What the source says, in `en` or `it`.
  public String statement(String language) {
    return language.equals("it") ? italian : english;
  }

  /// Whether the rule can raise an alert.
  public boolean isVerified() {
    return mark == Verification.VERIFIED;
  }
}
