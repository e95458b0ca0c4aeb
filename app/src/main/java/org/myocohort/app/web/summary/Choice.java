package org.myocohort.app.web.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.app.summary.SheetText;
import org.myocohort.care.summary.PersonalSummary;
import org.myocohort.care.summary.Section;
import org.myocohort.care.summary.Sentence;
import org.myocohort.care.summary.Topic;

/// What the reviewer made of a summary: which sentences stand, and the reviewer's own.
///
/// @param switched the sentences that stand otherwise than suggested, by their keys: whether they
///   are printed
/// @param own what the reviewer wrote, by the section's code
/// @param picture whether the picture is printed
record Choice(Map<String, Boolean> switched, SortedMap<String, String> own, boolean picture) {
  private static final String SWITCH = "switch.";
  private static final String OWN = "own.";
  private static final String PICTURE = "picture";
  private static final String YES = "yes";
  private static final String NO = "no";

  static final Choice AS_SUGGESTED = new Choice(Map.of(), new TreeMap<>(), true);

  Choice {
    switched = Map.copyOf(switched);
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
  }

  /// Reads the form.
  ///
  /// @param on the keys of the boxes that are ticked
  static Choice of(PersonalSummary summary, List<String> on, Map<String, String> fields) {
    Set<String> ticked = new HashSet<>(on);
    Map<String, Boolean> switched = new TreeMap<>();
    for (Sentence sentence : summary.sentences()) {
      boolean stands = ticked.contains(sentence.key());
      if (stands != sentence.suggested()) {
        switched.put(sentence.key(), stands);
      }
    }
    return new Choice(switched, own(fields), fields.containsKey(PICTURE));
  }

  private static SortedMap<String, String> own(Map<String, String> fields) {
    SortedMap<String, String> own = new TreeMap<>();
    for (Topic topic : Topic.values()) {
      String text = fields.getOrDefault(OWN + topic.code(), "");
      if (!text.isBlank()) {
        own.put(topic.code(), text.strip());
      }
    }
    return own;
  }

  /// Reads what was kept as a draft.
  static Choice ofDraft(SortedMap<String, String> fields) {
    Map<String, Boolean> switched = new TreeMap<>();
    fields.forEach((name, text) -> {
      if (name.startsWith(SWITCH)) {
        switched.put(name.substring(SWITCH.length()), text.equals(YES));
      }
    });
    return new Choice(switched, own(fields), !NO.equals(fields.get(PICTURE)));
  }

  SortedMap<String, String> draft() {
    SortedMap<String, String> fields = new TreeMap<>();
    switched.forEach((key, on) -> fields.put(SWITCH + key, on ? YES : NO));
    own.forEach((topic, text) -> fields.put(OWN + topic, text));
    fields.put(PICTURE, picture ? YES : NO);
    return fields;
  }

  boolean stands(Sentence sentence) {
    return switched.getOrDefault(sentence.key(), sentence.suggested());
  }

  String ownText(Topic topic) {
    return own.getOrDefault(topic.code(), "");
  }

  /// The sentences that would be printed, for the measure of how they read.
  List<String> passages(PersonalSummary summary) {
    List<String> passages = new ArrayList<>();
    for (Section section : summary.sections()) {
      section.sentences().stream().filter(this::stands).map(Sentence::text).forEach(passages::add);
      passages.addAll(SheetText.lines(ownText(section.topic())));
    }
    return passages;
  }

  /// The text that would be printed; sections without a sentence are left out.
  String text(PersonalSummary summary) {
    SheetText text = new SheetText();
    for (Section section : summary.sections()) {
      boolean any = section.sentences().stream().anyMatch(this::stands);
      String written = ownText(section.topic());
      if (!any && written.isEmpty()) {
        continue;
      }
      text.section(section.title());
      section
          .groups()
          .forEach(group -> {
            List<Sentence> standing = group.sentences().stream().filter(this::stands).toList();
            if (!standing.isEmpty() && !group.heading().isEmpty()) {
              text.group(group.heading());
            }
            for (Sentence sentence : standing) {
              if (sentence.item()) {
                text.item(sentence.text());
              } else {
                text.sentence(sentence.text());
              }
            }
          });
      if (!written.isEmpty()) {
        text.typed(written);
      }
    }
    return text.toString();
  }
}
