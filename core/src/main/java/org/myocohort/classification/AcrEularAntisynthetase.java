package org.myocohort.classification;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Truth;

/// 2025 ACR/EULAR classification criteria for antisynthetase syndrome: a weighted sum with an entry
/// rule and three cut-offs.
///
/// Its items, levels and performance are known; the weights and final cut-offs were not found in
/// any source, so the table ships empty and the set answers `not available`. It works as soon as
/// the published numbers are entered in `acr-eular-as-2025.csv` with their citation.
///
/// - **Source:** 2025 American College of Rheumatology/European Alliance of Associations for
///   Rheumatology classification criteria, abstract.
final class AcrEularAntisynthetase implements CriteriaSet {

  /// The published numbers.
  ///
  /// @param weights points of each item
  /// @param entry at least one of these must hold
  /// @param possible smallest score of the level
  /// @param probable smallest score of the level
  /// @param definite smallest score of the level
  record Table(
      Map<Item, BigDecimal> weights,
      List<Item> entry,
      BigDecimal possible,
      BigDecimal probable,
      BigDecimal definite) {
    Table {
      weights = new EnumMap<>(weights);
      entry = List.copyOf(entry);
    }
  }

  private final Optional<Table> table;

  AcrEularAntisynthetase(Optional<Table> table) {
    this.table = table;
  }

  @Override
  public String code() {
    return "acr-eular-as";
  }

  @Override
  public String version() {
    return "2025";
  }

  @Override
  public String citation() {
    return "2025 American College of Rheumatology/European Alliance of Associations for Rheumatology"
        + " classification criteria for antisynthetase syndrome (abstract)";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("items-and-levels", Verification.VERIFIED, "[15] abstract"),
        new Rule("weights-and-cut-offs", Verification.NOT_FOUND, ""));
  }

  @Override
  public Classification classify(Facts facts) {
    if (table.isEmpty()) {
      return new Classification(
          code(),
          Classification.Result.NOT_AVAILABLE,
          "",
          "",
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of(Note.of("weights-not-found")));
    }
    Table published = table.get();
    List<Item> items = List.copyOf(published.weights().keySet());
    Bounds bounds = bounds(facts, published);
    Classification verdict =
        Verdicts.of(
            code(),
            facts,
            items,
            each -> level(each, published, published.probable()),
            "",
            List.of());
    String grade = "";
    if (level(facts, published, published.definite()) == Truth.TRUE) {
      grade = "definite";
    } else if (level(facts, published, published.probable()) == Truth.TRUE) {
      grade = "probable";
    } else if (level(facts, published, published.possible()) == Truth.TRUE) {
      grade = "possible";
    }
    return new Classification(
        code(),
        verdict.result(),
        grade,
        "",
        bounds.lower().compareTo(bounds.upper()) == 0 ? bounds.lower() : null,
        bounds,
        null,
        verdict.parts(),
        verdict.wouldSettle(),
        verdict.notes());
  }

  private static Truth level(Facts facts, Table table, BigDecimal cutOff) {
    Bounds bounds = bounds(facts, table);
    Truth score =
        bounds.lower().compareTo(cutOff) >= 0
            ? Truth.TRUE
            : bounds.upper().compareTo(cutOff) < 0 ? Truth.FALSE : Truth.UNKNOWN;
    return score.and(Truth.atLeast(1, table.entry().stream().map(facts::truth).toList()));
  }

  private static Bounds bounds(Facts facts, Table table) {
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    for (Map.Entry<Item, BigDecimal> weight : table.weights().entrySet()) {
      Truth truth = facts.truth(weight.getKey());
      lower = truth == Truth.TRUE ? lower.add(weight.getValue()) : lower;
      upper = truth == Truth.FALSE ? upper : upper.add(weight.getValue());
    }
    return new Bounds(lower, upper);
  }
}
