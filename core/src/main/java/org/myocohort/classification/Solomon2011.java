package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// Solomon 2011: an anti-synthetase antibody and two major, or one major and two minor criteria.
///
/// - **Major:** interstitial lung disease not otherwise explained; polymyositis or dermatomyositis
///   by Bohan and Peter (read from recorded myositis).
/// - **Minor:** arthritis; Raynaud phenomenon; mechanic's hands.
/// - **Source:** Solomon J, Swigris JJ, Brown KK. J Bras Pneumol 2011;37:100-109, doi
///   10.1590/S1806-37132011000100015 (citation and counting rule from memory); the item lists seen
///   in abstract AB0656.
final class Solomon2011 implements CriteriaSet {
  private static final List<Item> MAJOR = List.of(Item.INTERSTITIAL_LUNG_DISEASE, Item.MYOSITIS);
  private static final List<Item> MINOR =
      List.of(Item.ARTHRITIS, Item.RAYNAUD, Item.MECHANICS_HANDS);
  private static final List<Item> ITEMS =
      Items.with(Item.ANTI_SYNTHETASE_ANTIBODY, Items.both(MAJOR, MINOR));

  @Override
  public String code() {
    return "solomon-2011";
  }

  @Override
  public String version() {
    return "2011";
  }

  @Override
  public String citation() {
    return "Solomon J, et al. J Bras Pneumol 2011;37:100-109, doi 10.1590/S1806-37132011000100015";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("items", Verification.VERIFIED, "[13] abstract AB0656"),
        new Rule("counting", Verification.FROM_MEMORY, ""),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("myositis-as-recorded", Verification.OURS, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    return Verdicts.of(code(), facts, ITEMS, Solomon2011::verdict, "", List.of());
  }

  private static Truth verdict(Facts facts) {
    List<Truth> major = MAJOR.stream().map(facts::truth).toList();
    List<Truth> minor = MINOR.stream().map(facts::truth).toList();
    return facts
        .truth(Item.ANTI_SYNTHETASE_ANTIBODY)
        .and(Truth.atLeast(2, major).or(Truth.atLeast(1, major).and(Truth.atLeast(2, minor))));
  }
}
