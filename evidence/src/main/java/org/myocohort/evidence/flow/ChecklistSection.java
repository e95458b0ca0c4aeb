package org.myocohort.evidence.flow;

/// The parts of a report that the checklist goes through.
public enum ChecklistSection {
  TITLE,
  ABSTRACT,
  INTRODUCTION,
  METHODS,
  RESULTS,
  DISCUSSION,
  OTHER_INFORMATION
}
