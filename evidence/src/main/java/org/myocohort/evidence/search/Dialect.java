package org.myocohort.evidence.search;

import java.util.Locale;
import java.util.Optional;

/// The language that a database takes its search strings in.
public enum Dialect {
  /// Left to right, whatever the operator: US National Library of Medicine, PubMed tutorial,
  /// "Boolean Logic", <https://www.nlm.nih.gov/bsd/disted/pubmedtutorial/020_390.html>.
  PUBMED("PubMed", Precedence.LEFT_TO_RIGHT, Basis.VENDOR),

  /// Brackets first, then left to right; no operator before another: Elsevier, Embase support, "Can
  /// I use Boolean operators, wildcards and proximity operators in Embase?", 2 September 2025,
  /// <https://www.elsevier.support/embase/answer/can-i-use-boolean-operators-wildcards-and-proximity-operators-in-embase>.
  EMBASE("Embase.com", Precedence.LEFT_TO_RIGHT, Basis.VENDOR),

  /// AND before NOT, OR last: NSW Health, Clinical Information Access Portal, learning module 3,
  /// "Combining terms with Boolean operators on Ovid databases",
  /// <https://www.ciap.health.nsw.gov.au/training/ebp-learning-modules/module3/combining-terms-with-boolean-operators-and-or-not-on-ovid-databases.html>.
  /// The vendor's own page was not found.
  OVID("Ovid", Precedence.AND_NOT_OR, Basis.LIBRARY_GUIDE),

  /// NOT, AND, OR. No page that says so was found:
  /// <https://cochranelibrary.com/search-manager-help> is silent on it.
  COCHRANE("Cochrane Library", Precedence.NOT_AND_OR, Basis.NOT_FOUND),

  /// OR before the proximity operators, these before AND, AND NOT last: ProQuest, "Parentheses and
  /// Precedence", <http://proquest.umi.com/i-std/en/npc/precedence.htm>. The page is of the earlier
  /// platform; the present one was not found and may bind otherwise.
  PROQUEST("ProQuest", Precedence.OR_PROXIMITY_AND_NOT, Basis.EARLIER_VENDOR);

  /// What the precedence of a dialect stands on.
  public enum Basis {
    /// A page of the vendor.
    VENDOR,
    /// A page of the vendor about an earlier platform.
    EARLIER_VENDOR,
    /// A page of a library.
    LIBRARY_GUIDE,
    /// No page was found.
    NOT_FOUND
  }

  private final String title;
  private final Precedence precedence;
  private final Basis basis;

  Dialect(String title, Precedence precedence, Basis basis) {
    this.title = title;
    this.precedence = precedence;
    this.basis = basis;
  }

  /// The dialect with a code such as `pubmed`.
  public static Optional<Dialect> find(String code) {
    for (Dialect dialect : values()) {
      if (dialect.code().equals(code.toLowerCase(Locale.ROOT))) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  /// Name of the platform.
  public String title() {
    return title;
  }

  /// The word for files and the command line.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What its precedence stands on.
  public Basis basis() {
    return basis;
  }

  Precedence precedence() {
    return precedence;
  }
}
