package org.myocohort.classification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// 2017 EULAR/ACR classification criteria for idiopathic inflammatory myopathies.
///
/// The score is the sum of item weights, with one column without and one with muscle biopsy. Use
/// only when no better explanation exists. Age means age at onset.
///
/// - **Cut-offs:** probable >= 5.5 (biopsy 6.7), definite >= 7.5 (8.7), possible >= 5.3 (6.5). The
///   score decides, not the probability: by its formula 5.5 gives 0.542, just under the published
///   55 %.
/// - **Probability:** 1 / (1 + exp(5.33 - score)), with biopsy 6.49 (constants from memory).
/// - **Missing:** the published convention counts an item that was not assessed as absent: that is
///   the lower bound. The answer here keeps open items open.
/// - **Source:** Lundberg IE, Tjärnlund A, Bottai M, et al. Ann Rheum Dis 2017;76:1955-1964, doi
///   10.1136/annrheumdis-2017-211468; weights from Table 1 of the methodology report (RMD Open
///   2017) and, for age, a page with the authors' table; subgroups from memory. One point-of-care
///   page prints the two columns swapped.
final class EularAcr2017 implements CriteriaSet {

  private record Weight(Item item, @Nullable BigDecimal without, BigDecimal with) {}

  // The order of the published table. Onset from 40 adds to onset from 18: 1.3 + 0.8 = 2.1 and
  // 1.5 + 0.7 = 2.2.
  private static final List<Weight> WEIGHTS =
      List.of(
          weight(Item.ONSET_FROM_18, "1.3", "1.5"),
          weight(Item.ONSET_FROM_40, "0.8", "0.7"),
          weight(Item.UPPER_LIMB_WEAKNESS, "0.7", "0.7"),
          weight(Item.LOWER_LIMB_WEAKNESS, "0.8", "0.5"),
          weight(Item.NECK_FLEXOR_WEAKNESS, "1.9", "1.6"),
          weight(Item.LEG_WEAKNESS_PROXIMAL, "0.9", "1.2"),
          weight(Item.HELIOTROPE_RASH, "3.1", "3.2"),
          weight(Item.GOTTRON_PAPULES, "2.1", "2.7"),
          weight(Item.GOTTRON_SIGN, "3.3", "3.7"),
          weight(Item.DYSPHAGIA, "0.7", "0.6"),
          weight(Item.ANTI_JO_1, "3.9", "3.8"),
          weight(Item.RAISED_ENZYME, "1.3", "1.4"),
          weight(Item.BIOPSY_ENDOMYSIAL, null, "1.7"),
          weight(Item.BIOPSY_PERIMYSIAL, null, "1.2"),
          weight(Item.BIOPSY_PERIFASCICULAR_ATROPHY, null, "1.9"),
          weight(Item.BIOPSY_RIMMED_VACUOLES, null, "3.1"));

  /// One column of the table: what it needs for each grade, and its constant of the probability.
  private record Column(
      boolean biopsy,
      BigDecimal possible,
      BigDecimal probable,
      BigDecimal definite,
      double constant) {}

  private static final Column WITHOUT =
      new Column(false, new BigDecimal("5.3"), new BigDecimal("5.5"), new BigDecimal("7.5"), 5.33);
  private static final Column WITH =
      new Column(true, new BigDecimal("6.5"), new BigDecimal("6.7"), new BigDecimal("8.7"), 6.49);

  private static final List<Item> RASH =
      List.of(Item.HELIOTROPE_RASH, Item.GOTTRON_PAPULES, Item.GOTTRON_SIGN);
  private static final List<Item> WEAKNESS =
      List.of(
          Item.UPPER_LIMB_WEAKNESS,
          Item.LOWER_LIMB_WEAKNESS,
          Item.NECK_FLEXOR_WEAKNESS,
          Item.LEG_WEAKNESS_PROXIMAL);

  private static Weight weight(Item item, @Nullable String without, String with) {
    return new Weight(item, without == null ? null : new BigDecimal(without), new BigDecimal(with));
  }

  @Override
  public String code() {
    return "eular-acr-2017";
  }

  @Override
  public String version() {
    return "2017";
  }

  @Override
  public String citation() {
    return "Lundberg IE, et al. Ann Rheum Dis 2017;76:1955-1964, doi"
        + " 10.1136/annrheumdis-2017-211468";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("weights", Verification.VERIFIED, "[8] RMD Open 2017, Table 1"),
        new Rule("age-weights", Verification.VERIFIED, "[44]"),
        new Rule("cut-offs", Verification.VERIFIED, "[10]"),
        new Rule("probability", Verification.FROM_MEMORY, ""),
        new Rule("subgroups", Verification.FROM_MEMORY, ""),
        new Rule("open-items-stay-open", Verification.OURS, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    Column column = column(facts);
    Bounds bounds = bounds(facts, column);
    Truth verdict = verdict(facts);
    List<Item> items = items(column);
    List<Part> parts = new ArrayList<>();
    int unassessed = 0;
    for (Weight weight : WEIGHTS) {
      BigDecimal points = points(weight, column);
      if (points == null) {
        continue;
      }
      Fact fact = facts.fact(weight.item());
      unassessed += fact.truth() == Truth.UNKNOWN ? 1 : 0;
      parts.add(
          new Part(
              weight.item().code(),
              fact.inputs(),
              fact.truth(),
              null,
              new Points(
                  fact.truth() == Truth.TRUE ? points : BigDecimal.ZERO,
                  fact.truth() == Truth.FALSE ? BigDecimal.ZERO : points,
                  points)));
    }
    List<Note> notes = Verdicts.notes(facts, items);
    if (!column.biopsy()) {
      notes.addAll(facts.fact(Item.BIOPSY_DONE).notes());
    }
    if (unassessed > 0) {
      notes.add(
          Note.of(
              "published-convention-score",
              bounds.lower().toPlainString(),
              Integer.toString(unassessed)));
    }
    boolean exact = bounds.lower().compareTo(bounds.upper()) == 0;
    return new Classification(
        code(),
        Verdicts.result(verdict),
        grade(bounds, column),
        verdict == Truth.TRUE ? subgroup(facts, column) : "",
        exact ? bounds.lower() : null,
        bounds,
        new Bounds(probability(bounds.lower(), column), probability(bounds.upper(), column)),
        parts,
        verdict == Truth.UNKNOWN
            ? Verdicts.settling(facts, items, EularAcr2017::verdict)
            : List.of(),
        notes);
  }

  private static Column column(Facts facts) {
    return facts.truth(Item.BIOPSY_DONE) == Truth.TRUE ? WITH : WITHOUT;
  }

  private static @Nullable BigDecimal points(Weight weight, Column column) {
    return column.biopsy() ? weight.with() : weight.without();
  }

  private static List<Item> items(Column column) {
    return WEIGHTS.stream()
        .filter(weight -> points(weight, column) != null)
        .map(Weight::item)
        .toList();
  }

  private static Bounds bounds(Facts facts, Column column) {
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    for (Weight weight : WEIGHTS) {
      BigDecimal points = points(weight, column);
      if (points != null) {
        Truth truth = facts.truth(weight.item());
        lower = truth == Truth.TRUE ? lower.add(points) : lower;
        upper = truth == Truth.FALSE ? upper : upper.add(points);
      }
    }
    return new Bounds(lower, upper);
  }

  private static Truth verdict(Facts facts) {
    Column column = column(facts);
    Bounds bounds = bounds(facts, column);
    if (bounds.lower().compareTo(column.probable()) >= 0) {
      return Truth.TRUE;
    }
    return bounds.upper().compareTo(column.probable()) < 0 ? Truth.FALSE : Truth.UNKNOWN;
  }

  /// The grade that holds whatever the open items are, empty where they matter or none is reached.
  private static String grade(Bounds bounds, Column column) {
    String lower = grade(bounds.lower(), column);
    return lower.equals(grade(bounds.upper(), column)) || lower.equals("probable") ? lower : "";
  }

  private static String grade(BigDecimal score, Column column) {
    if (score.compareTo(column.definite()) >= 0) {
      return "definite";
    }
    if (score.compareTo(column.probable()) >= 0) {
      return "probable";
    }
    return score.compareTo(column.possible()) >= 0 ? "possible" : "";
  }

  private static BigDecimal probability(BigDecimal score, Column column) {
    double probability = 1 / (1 + StrictMath.exp(column.constant() - score.doubleValue()));
    return BigDecimal.valueOf(probability).setScale(4, RoundingMode.HALF_UP);
  }

  /// The published tree, from memory; empty where an open item decides. Without a biopsy its column
  /// asks for no vacuoles, and neither does the tree.
  private static String subgroup(Facts facts, Column column) {
    Truth rash = Truth.atLeast(1, RASH.stream().map(facts::truth).toList());
    Truth weakness = Truth.atLeast(1, WEAKNESS.stream().map(facts::truth).toList());
    Truth inclusionBody =
        facts
            .truth(Item.FINGER_FLEXOR_WEAKNESS)
            .and(facts.truth(Item.NO_RESPONSE_TO_TREATMENT))
            .or(column.biopsy() ? facts.truth(Item.BIOPSY_RIMMED_VACUOLES) : Truth.FALSE);
    Truth adult = facts.truth(Item.ONSET_FROM_18);
    if (adult == Truth.UNKNOWN || rash == Truth.UNKNOWN) {
      return "";
    }
    if (adult == Truth.FALSE) {
      return rash == Truth.TRUE ? "juvenile dermatomyositis" : "juvenile myositis other than JDM";
    }
    if (rash == Truth.TRUE) {
      return switch (weakness) {
        case TRUE -> "dermatomyositis";
        case FALSE -> "amyopathic dermatomyositis";
        case UNKNOWN -> "";
      };
    }
    // Not examined for inclusion body myositis counts as polymyositis only where nothing is open.
    return switch (inclusionBody) {
      case TRUE -> "inclusion body myositis";
      case FALSE -> "polymyositis";
      case UNKNOWN -> "";
    };
  }
}
