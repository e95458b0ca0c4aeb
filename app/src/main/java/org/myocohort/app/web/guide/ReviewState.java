package org.myocohort.app.web.guide;

import java.util.List;
import org.myocohort.care.source.SourcedText;
import org.myocohort.registry.review.TextSignatures;
import org.myocohort.registry.review.TextSignatures.Signature;

/// Who reviewed a text as it is shown: the template `guide/parts :: review` says it.
///
/// @param shown hash of the wording, which a signature names
/// @param holding signatures that hold for it
/// @param outdated whether somebody signed an earlier wording
public record ReviewState(String shown, List<Signature> holding, boolean outdated) {
  /// The state of a text in a language.
  ///
  /// @param all signatures, of this text or of any
  public static ReviewState of(SourcedText text, String language, List<Signature> all) {
    String shown = TextSignatures.hash(text.wording(language));
    List<Signature> own =
        all.stream()
            .filter(each -> each.code().equals(text.code()) && each.language().equals(language))
            .toList();
    List<Signature> holding =
        own.stream().filter(each -> each.wordingHash().equals(shown)).toList();
    return new ReviewState(shown, holding, holding.size() < own.size());
  }

  public boolean reviewed() {
    return !holding.isEmpty();
  }
}
