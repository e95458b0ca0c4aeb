package org.myocohort.app.review.extract;

import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.ExtractionFinding;

/// What was found in an extraction, as a sentence.
public final class ExtractionSentences {
  private ExtractionSentences() {}

  public static String of(ExtractionFinding finding, Texts texts) {
    String code = "review-extract." + Texts.code(finding.kind());
    boolean none = finding.values().size() == 1 && finding.values().getFirst().isEmpty();
    return none ? texts.text(code + ".none") : texts.text(code, finding.values());
  }
}
