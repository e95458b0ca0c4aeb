package org.myocohort.paper.checklist;

import org.myocohort.paper.document.Language;

/// What a checklist asks for.
///
/// @param number as the checklist prints it, such as `12a`
/// @param section code of the part of a paper that it belongs to
/// @param english what is asked, in short and in other words than the checklist's
/// @param italian the same in Italian
/// @param fromMemory whether number and subject were written down without seeing the checklist;
///   said wherever the item is shown
public record ChecklistItem(
    String number, String section, String english, String italian, boolean fromMemory) {
  /// What is asked, in a language.
  public String asks(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case ITALIAN -> italian;
    };
  }
}
