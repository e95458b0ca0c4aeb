package org.myocohort.app.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Settles;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.rule.Outcome;
import org.myocohort.instrument.Note;
import org.myocohort.vocabulary.Vocabulary;

/// Words for what was read, what is missing, and what would settle an answer.
public final class MatchWords {
  private final Texts texts;

  public MatchWords(Texts texts) {
    this.texts = texts;
  }

  /// A code of a vocabulary in the reader's language; any other word as it is.
  public String name(String code) {
    for (Vocabulary vocabulary :
        List.of(
            Vocabulary.measurements(),
            Vocabulary.findings(),
            Vocabulary.drugs(),
            Vocabulary.antibodies())) {
      Optional<Vocabulary.Term> term =
          vocabulary.find(code).filter(found -> found.code().equals(code));
      if (term.isPresent()) {
        return term.get().name(texts.language());
      }
    }
    for (String prefix : List.of("rule-scale.", "criteria.", "line.refractory.")) {
      if (texts.has(prefix + code)) {
        return texts.text(prefix + code);
      }
    }
    return code;
  }

  /// Each value that was read: what, how much, when, where it stands.
  public List<String> used(Explained explained) {
    List<String> used = new ArrayList<>();
    for (Explained leaf : explained.leaves()) {
      for (Used each : leaf.used()) {
        String words = value(each) + " [" + each.row().column(each.column()) + "]";
        if (!used.contains(words)) {
          used.add(words);
        }
      }
    }
    return used;
  }

  public String value(Used used) {
    String value = used.value().isEmpty() ? "" : " " + used.value();
    return name(used.what()) + value + (used.date().isEmpty() ? "" : " (" + used.date() + ")");
  }

  public List<String> missing(Explained explained) {
    return explained.outcome() == Outcome.UNKNOWN || explained.outcome() == Outcome.PERSON
        ? explained.missing(true).stream().map(this::missing).toList()
        : List.of();
  }

  public String missing(Missing missing) {
    List<String> values = missing.values().stream().map(this::name).toList();
    return texts.text("rule-missing." + missing.code(), values);
  }

  public List<String> settling(Explained explained) {
    List<String> settling = new ArrayList<>();
    for (Settles each : explained.settling()) {
      settling.add(
          texts.text(
              each.always() ? "trials.settles" : "trials.could-settle", missing(each.missing())));
    }
    return settling;
  }

  public List<String> notes(Explained explained) {
    List<String> notes = new ArrayList<>();
    for (Explained leaf : explained.leaves()) {
      for (Note note : leaf.notes()) {
        String words =
            texts.text("rule-note." + note.code(), note.values().stream().map(this::name).toList());
        if (!notes.contains(words)) {
          notes.add(words);
        }
      }
    }
    return notes;
  }
}
