package org.myocohort.app.guide;

import java.util.List;
import org.myocohort.care.source.SourcedText;

/// Who signed a text as it stands.
interface Reviewers {
  Reviewers NOT_ASKED =
      new Reviewers() {
        @Override
        public boolean asked() {
          return false;
        }

        @Override
        public List<String> of(SourcedText text) {
          return List.of();
        }
      };

  /// Whether a registry was asked at all.
  boolean asked();

  /// Each signature that holds: name, language and day.
  List<String> of(SourcedText text);
}
