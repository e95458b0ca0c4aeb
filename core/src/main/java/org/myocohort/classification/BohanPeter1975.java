package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// Bohan and Peter 1975: polymyositis and dermatomyositis.
///
/// Items: (1) symmetric proximal weakness; (2) compatible biopsy; (3) raised muscle enzymes; (4)
/// EMG triad; (5) rash of dermatomyositis. Without rash: definite 4 of 4, probable 3, possible 2.
/// With rash: definite rash and 3 of items 1 to 4, probable rash and 2, possible rash and 1. Other
/// causes are excluded first, which stays the clinician's part.
///
/// - **Source:** Bohan A, Peter JB. N Engl J Med 1975;292:344-347 and 403-407, doi
///   10.1056/NEJM197502132920706 (DOI from memory); the rule seen in two published tables.
final class BohanPeter1975 implements CriteriaSet {
  private static final List<Item> MUSCLE =
      List.of(Item.PROXIMAL_WEAKNESS, Item.BIOPSY_COMPATIBLE, Item.RAISED_ENZYME, Item.EMG_TRIAD);
  private static final List<Item> SKIN =
      List.of(Item.HELIOTROPE_RASH, Item.GOTTRON_PAPULES, Item.GOTTRON_SIGN);
  private static final List<Item> ITEMS = Items.both(MUSCLE, SKIN);

  @Override
  public String code() {
    return "bohan-peter-1975";
  }

  @Override
  public String version() {
    return "1975";
  }

  @Override
  public String citation() {
    return "Bohan A, Peter JB. N Engl J Med 1975;292:344-347 and 403-407, doi"
        + " 10.1056/NEJM197502132920706";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("grades", Verification.VERIFIED, "[45] two published tables"),
        new Rule("citation", Verification.FROM_MEMORY, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    String grade = "";
    if (atLeast(facts, 4, 3) == Truth.TRUE) {
      grade = "definite";
    } else if (atLeast(facts, 3, 2) == Truth.TRUE) {
      grade = "probable";
    } else if (atLeast(facts, 2, 1) == Truth.TRUE) {
      grade = "possible";
    }
    Classification verdict =
        Verdicts.of(
            code(),
            facts,
            ITEMS,
            each -> atLeast(each, 3, 2),
            grade,
            List.of(Note.of("exclude-other-causes")));
    Truth rash = rash(facts);
    String subgroup =
        verdict.result() != Classification.Result.MET || rash == Truth.UNKNOWN
            ? ""
            : rash == Truth.TRUE ? "dermatomyositis" : "polymyositis";
    return new Classification(
        verdict.criteria(),
        verdict.result(),
        verdict.grade(),
        subgroup,
        null,
        null,
        null,
        verdict.parts(),
        verdict.wouldSettle(),
        verdict.notes());
  }

  private static Truth rash(Facts facts) {
    return Truth.atLeast(1, SKIN.stream().map(facts::truth).toList());
  }

  /// A grade: so many of items 1 to 4 without rash, or so many with it. Without rash always asks
  /// for more, so that many are enough whatever the rash.
  private static Truth atLeast(Facts facts, int withoutRash, int withRash) {
    List<Truth> muscle = MUSCLE.stream().map(facts::truth).toList();
    return Truth.atLeast(withoutRash, muscle).or(rash(facts).and(Truth.atLeast(withRash, muscle)));
  }
}
