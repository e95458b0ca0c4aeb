package org.myocohort.treatment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
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

  private static final String GLUCOCORTICOID = "glucocorticoid";
  private static final BigDecimal PREDNISONE = BigDecimal.valueOf(5);

  /// Whether a drug of the vocabulary is a glucocorticoid.
  public static boolean isGlucocorticoid(String drug) {
    return Vocabulary.drugs()
        .find(drug)
        .map(term -> term.cell("class").equals(GLUCOCORTICOID))
        .orElse(false);
  }

  /// How many mg of a drug equal prednisone 5 mg.
  ///
  /// @return empty for a drug that is not in the table
  public static Optional<BigDecimal> equalToPrednisone5(String drug) {
    return Vocabulary.drugs()
        .find(drug)
        .map((Term term) -> term.cell("prednisone_5mg"))
        .filter(cell -> !cell.isEmpty())
        .map(BigDecimal::new);
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
