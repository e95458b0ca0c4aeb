package org.myocohort.evidence.screening;

/// What a decision was made on.
public enum ScreeningStage {
  TITLE_ABSTRACT,
  FULL_TEXT
}
