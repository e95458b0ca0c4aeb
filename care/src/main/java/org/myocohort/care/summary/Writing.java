package org.myocohort.care.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.myocohort.care.library.Citation;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Facts;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.vocabulary.Vocabulary;

/// What the sections of one summary are written from.
final class Writing {
  private static final String RULE = "connors-2010";

  private final PatientRecord patient;
  private final StudyPlan plan;
  private final LocalDate day;
  private final PageLanguage language;
  private final Phrases phrases;
  private final Library library;
  private final Dates dates;
  private final Classification rule;

  Writing(PatientRecord patient, StudyPlan plan, LocalDate day, PageLanguage language) {
    this.patient = patient;
    this.plan = plan;
    this.day = day;
    this.language = language;
    this.phrases = Phrases.in(language);
    this.library = Library.in(language);
    this.dates = new Dates(language, phrases);
    this.rule =
        CriteriaSets.classify(Facts.of(patient)).stream()
            .filter(each -> each.criteria().equals(RULE))
            .findFirst()
            .orElseThrow();
  }

  /// What the rule for the disease of the library says of the patient.
  Classification rule() {
    return rule;
  }

  boolean ofTheLibrarysDisease() {
    return rule.result() == Classification.Result.MET;
  }

  PatientRecord patient() {
    return patient;
  }

  StudyPlan plan() {
    return plan;
  }

  LocalDate day() {
    return day;
  }

  Moment now() {
    return Moment.of(day);
  }

  Phrases phrases() {
    return phrases;
  }

  Library library() {
    return library;
  }

  Dates dates() {
    return dates;
  }

  /// A drug as the sentence names it.
  String drug(String code) {
    String key = "drug." + code.replace(' ', '-');
    return phrases.has(key)
        ? phrases.text(key)
        : Vocabulary.drugs().term(code).name(language.code());
  }

  /// The same at the head of sentences.
  String heading(String drug) {
    String name = drug(drug);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// A sentence of our own.
  ///
  /// @param key unique within the section's topic
  Sentence say(Topic topic, String key, Basis basis, String code, String... values) {
    return new Sentence(topic.code() + "/" + key, phrases.text(code, values), false, true, basis);
  }

  /// The same as an item of a list.
  Sentence item(Topic topic, String key, Basis basis, String code, String... values) {
    return new Sentence(topic.code() + "/" + key, phrases.text(code, values), true, true, basis);
  }

  /// What a page of the library cites under some keys.
  ///
  /// @throws IllegalStateException where the page cites nothing of the kind: the rule that a
  ///   sentence follows would have lost its source
  List<Citation> cited(String page, String... keys) {
    Set<String> wanted = new HashSet<>(List.of(keys));
    List<Citation> found = new ArrayList<>();
    for (Citation citation : page(page).citations()) {
      if (wanted.remove(citation.key())) {
        found.add(citation);
      }
    }
    if (!wanted.isEmpty()) {
      throw new IllegalStateException("page " + page + " does not cite " + wanted);
    }
    return found;
  }

  Page page(String name) {
    return library
        .find(name)
        .orElseThrow(() -> new IllegalStateException("no page in the library: " + name));
  }

  Section section(Topic topic, List<Group> groups) {
    return new Section(topic, phrases.text("title." + topic.code()), groups);
  }
}
