package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// The definition of antisynthetase syndrome used by the anakinra case series.
///
/// One antibody against an aminoacyl-tRNA synthetase (by ELISA in the letter's own patients) and at
/// least two of arthritis, interstitial lung disease, mechanic's hands, myocarditis, myositis and
/// Raynaud phenomenon. Fever and rash do not count.
///
/// - **Source:** Anakinra for the treatment of antisynthetase syndrome: a monocentric case series
///   and a systematic literature review, letter, J Rheumatol 2023;50:151 (journal and page from
///   memory).
final class LetterDefinition implements CriteriaSet {
  private static final int MANIFESTATIONS_NEEDED = 2;

  private static final List<Item> MANIFESTATIONS =
      List.of(
          Item.ARTHRITIS,
          Item.INTERSTITIAL_LUNG_DISEASE,
          Item.MECHANICS_HANDS,
          Item.MYOCARDITIS,
          Item.MYOSITIS,
          Item.RAYNAUD);

  private static final List<Item> ITEMS = Items.with(Item.ANTI_SYNTHETASE_ANTIBODY, MANIFESTATIONS);

  @Override
  public String code() {
    return "letter";
  }

  @Override
  public String version() {
    return "2023";
  }

  @Override
  public String citation() {
    return "Anakinra for the treatment of antisynthetase syndrome: a monocentric case series and a"
        + " systematic literature review (letter). J Rheumatol 2023;50:151";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("antibody-and-two", Verification.VERIFIED, "the letter"),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("myopericarditis-counts", Verification.OURS, ""),
        new Rule("method-not-reported-accepted", Verification.OURS, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    return Verdicts.of(code(), facts, ITEMS, LetterDefinition::verdict, "", List.of());
  }

  private static Truth verdict(Facts facts) {
    return facts
        .truth(Item.ANTI_SYNTHETASE_ANTIBODY)
        .and(
            Truth.atLeast(
                MANIFESTATIONS_NEEDED, MANIFESTATIONS.stream().map(facts::truth).toList()));
  }
}
