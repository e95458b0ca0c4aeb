package org.myocohort.app.web.entry;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.vocabulary.Vocabulary;

/// What a field with suggestions offers.
public final class Suggestions {
  private static final List<String> OTHER_UNITS =
      List.of("ukat/L", "mg/dL", "g/L", "pg/mL", "ng/mL", "umol/L", "mL/min", "{score}");

  private final String language;
  private final StoredPatient patient;
  private final Actor actor;

  Suggestions(String language, StoredPatient patient, Actor actor) {
    this.language = language;
    this.patient = patient;
    this.actor = actor;
  }

  /// A word and what it is called.
  public record Word(String code, String name) {}

  private List<Word> words(Vocabulary vocabulary) {
    Collection<Vocabulary.Term> terms = vocabulary.terms();
    return terms.stream().map(term -> new Word(term.code(), term.name(language))).toList();
  }

  public List<Word> drugs() {
    return words(Vocabulary.drugs());
  }

  public List<Word> antibodies() {
    return words(Vocabulary.antibodies());
  }

  public List<Word> findings() {
    return words(Vocabulary.findings());
  }

  public List<Word> measurements() {
    return words(Vocabulary.measurements());
  }

  /// The units of the vocabulary, others in use, and those of the patient's own rows.
  public Set<String> units() {
    Set<String> units = new TreeSet<>(OTHER_UNITS);
    Vocabulary.measurements().terms().forEach(term -> units.add(term.cell("unit")));
    patient.rows("measurements").stream().map(row -> row.cell("unit")).forEach(units::add);
    patient.rows("biomarkers").stream()
        .map((StoredRow row) -> row.cell("unit"))
        .forEach(units::add);
    units.remove("");
    return units;
  }

  /// The centres of the account, where it has only some; and the patient's own.
  public Set<String> centres() {
    Set<String> centres = new TreeSet<>();
    Set<String> own = actor.centres();
    if (own != null) {
      centres.addAll(own);
    }
    centres.add(patient.centre());
    centres.remove("");
    return centres;
  }
}
