package org.myocohort.treatment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.vocabulary.Vocabulary;
import org.myocohort.vocabulary.Vocabulary.Term;

/// Systemic glucocorticoids as prednisone, by anti-inflammatory effect.
///
///     prednisone mg = 5 x dose mg / (mg of the drug equal to prednisone 5 mg)
///
/// - **Input:** a dose in mg of one drug, given by mouth or parenterally.
/// - **Table:** the column `prednisone_5mg` of the drugs vocabulary, its only copy: prednisolone 5,
///   methylprednisolone 4, triamcinolone 4, dexamethasone 0.75, betamethasone 0.6, hydrocortisone
///   20, cortisone 25, deflazacort 6.
/// - **Not this:** the WHO's defined daily doses are no equivalents (methylprednisolone 20 mg
///   parenterally, prednisone 10 mg).
/// - **Source:** the standard table, seen only in a weak source; deflazacort (6 to 7.5) from memory.
///   Betamethasone is 0.6 in one table and 0.75 in the line of a prednisolone label: 0.6 is this
///   project's choice.
public final class GlucocorticoidEquivalence {
  private GlucocorticoidEquivalence() {}

  private static final BigDecimal PREDNISONE = BigDecimal.valueOf(5);

  /// By drug code: mg equal to prednisone 5 mg. Read once, as every visit of every patient asks.
  private static final Map<String, BigDecimal> TABLE = new HashMap<>();

  private static final Set<String> GLUCOCORTICOIDS = new HashSet<>();

  static {
    for (Term drug : Vocabulary.drugs().terms()) {
      if (drug.cell("class").equals("glucocorticoid")) {
        GLUCOCORTICOIDS.add(drug.code());
      }
      if (!drug.cell("prednisone_5mg").isEmpty()) {
        TABLE.put(drug.code(), new BigDecimal(drug.cell("prednisone_5mg")));
      }
    }
  }

  /// Whether a drug of the vocabulary is a glucocorticoid.
  ///
  /// @param drug code in the drugs vocabulary
  public static boolean isGlucocorticoid(String drug) {
    return GLUCOCORTICOIDS.contains(drug);
  }

  /// How many mg of a drug equal prednisone 5 mg.
  ///
  /// @return empty for a drug that is not in the table
  public static Optional<BigDecimal> equalToPrednisone5(String drug) {
    return Optional.ofNullable(TABLE.get(drug));
  }

  /// A dose as prednisone.
  ///
  /// @param milligrams of the drug
  /// @return mg of prednisone to 16 digits, empty for a drug that is not in the table
  public static Optional<BigDecimal> prednisoneMilligrams(String drug, BigDecimal milligrams) {
    return equalToPrednisone5(drug)
        .map(equal -> milligrams.multiply(PREDNISONE).divide(equal, MathContext.DECIMAL64));
  }
}
