package org.myocohort.care.guide;

import java.util.Optional;

/// The study that a statement reports.
///
/// @param study how it is called
/// @param patients how many, empty where the source does not say
/// @param date of publication as far as the copy that was read gives it, empty where it does not
public record Evidence(String study, Optional<Integer> patients, Design design, String date) {
  String wording() {
    return String.join("\t", study, patients.map(String::valueOf).orElse(""), design.code(), date);
  }
}
