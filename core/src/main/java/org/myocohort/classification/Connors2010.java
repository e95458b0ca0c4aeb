package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// Connors 2010: an anti-synthetase antibody and at least one of interstitial lung disease,
/// arthritis, Raynaud phenomenon, mechanic's hands, and fever without another cause.
///
/// Myositis is not in the list.
///
/// - **Source:** Connors GR, Christopher-Stine L, Oddis CV, Danoff SK. Chest 2010;138:1464-1474,
///   doi 10.1378/chest.10-0180 (citation from memory); the list seen in abstract AB0656.
final class Connors2010 implements CriteriaSet {
  private static final List<Item> MANIFESTATIONS =
      List.of(
          Item.INTERSTITIAL_LUNG_DISEASE,
          Item.ARTHRITIS,
          Item.RAYNAUD,
          Item.MECHANICS_HANDS,
          Item.FEVER);

  private static final List<Item> ITEMS = Items.with(Item.ANTI_SYNTHETASE_ANTIBODY, MANIFESTATIONS);

  @Override
  public String code() {
    return "connors-2010";
  }

  @Override
  public String version() {
    return "2010";
  }

  @Override
  public String citation() {
    return "Connors GR, et al. Chest 2010;138:1464-1474, doi 10.1378/chest.10-0180";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("antibody-and-one", Verification.VERIFIED, "[13] abstract AB0656"),
        new Rule("citation", Verification.FROM_MEMORY, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    return Verdicts.of(code(), facts, ITEMS, Connors2010::verdict, "", List.of());
  }

  private static Truth verdict(Facts facts) {
    return facts
        .truth(Item.ANTI_SYNTHETASE_ANTIBODY)
        .and(Truth.atLeast(1, MANIFESTATIONS.stream().map(facts::truth).toList()));
  }
}
