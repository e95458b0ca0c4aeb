package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// Lega 2015: an anti-synthetase antibody and at least one major or at least two minor criteria.
///
/// - **Major:** overt or hypomyopathic myositis; interstitial lung disease by ATS criteria;
///   articular involvement (symmetrical inflammatory arthralgia or arthritis).
/// - **Minor:** unexplained persistent fever; Raynaud phenomenon; mechanic's hands.
/// - **Source:** Lega JC, Reynaud Q, Belot A, et al. Eur Respir Rev 2015;24:216-238, doi
///   10.1183/16000617.00002015 (citation from memory); the rule seen in the journal's table.
final class Lega2015 implements CriteriaSet {
  private static final List<Item> MAJOR =
      List.of(Item.MYOSITIS, Item.INTERSTITIAL_LUNG_DISEASE, Item.ARTICULAR_INVOLVEMENT);
  private static final List<Item> MINOR = List.of(Item.FEVER, Item.RAYNAUD, Item.MECHANICS_HANDS);
  private static final List<Item> ITEMS =
      Items.with(Item.ANTI_SYNTHETASE_ANTIBODY, Items.both(MAJOR, MINOR));

  @Override
  public String code() {
    return "lega-2015";
  }

  @Override
  public String version() {
    return "2015";
  }

  @Override
  public String citation() {
    return "Lega JC, et al. Eur Respir Rev 2015;24:216-238, doi 10.1183/16000617.00002015";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("one-major-or-two-minor", Verification.VERIFIED, "[12] journal table"),
        new Rule("citation", Verification.FROM_MEMORY, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    return Verdicts.of(code(), facts, ITEMS, Lega2015::verdict, "", List.of());
  }

  private static Truth verdict(Facts facts) {
    return facts
        .truth(Item.ANTI_SYNTHETASE_ANTIBODY)
        .and(
            Truth.atLeast(1, MAJOR.stream().map(facts::truth).toList())
                .or(Truth.atLeast(2, MINOR.stream().map(facts::truth).toList())));
  }
}
