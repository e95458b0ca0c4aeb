package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// ENMC 273rd workshop, definite level: a reliably detected anti-synthetase antibody and at least
/// one of interstitial lung disease, myositis and arthritis.
///
/// The workshop also has a probable level; what it asks was not found, so it is disabled and a
/// patient who is not definite is reported as not met at the definite level.
///
/// - **Source:** Stenzel W, Mammen AL, Gallay L, et al. 273rd ENMC International Workshop, October
///   2023, Neuromuscul Disord 2024; the definite level seen on the workshop's page.
final class Enmc2023 implements CriteriaSet {
  private static final List<Item> MANIFESTATIONS =
      List.of(Item.INTERSTITIAL_LUNG_DISEASE, Item.MYOSITIS, Item.ARTHRITIS);

  private static final List<Item> ITEMS = Items.with(Item.ANTI_SYNTHETASE_ANTIBODY, MANIFESTATIONS);

  @Override
  public String code() {
    return "enmc-2023";
  }

  @Override
  public String version() {
    return "2023";
  }

  @Override
  public String citation() {
    return "Stenzel W, Mammen AL, Gallay L, et al. 273rd ENMC International Workshop, 2023."
        + " Neuromuscul Disord 2024";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("definite", Verification.VERIFIED, "[20] workshop page"),
        new Rule("probable", Verification.NOT_FOUND, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    Truth truth = verdict(facts);
    return Verdicts.of(
        code(),
        facts,
        ITEMS,
        Enmc2023::verdict,
        truth == Truth.TRUE ? "definite" : "",
        truth == Truth.TRUE ? List.of() : List.of(Note.of("probable-level-not-available")));
  }

  private static Truth verdict(Facts facts) {
    return facts
        .truth(Item.ANTI_SYNTHETASE_ANTIBODY)
        .and(Truth.atLeast(1, MANIFESTATIONS.stream().map(facts::truth).toList()));
  }
}
