package org.myocohort.app.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.guide.Kind;
import org.myocohort.care.guide.Statement;
import org.myocohort.care.guide.Treatment;
import org.myocohort.vocabulary.Vocabulary;

/// A treatment in the list.
///
/// @param aim what it is for, or null
/// @param time to effect, the first source's, or null
/// @param study the best studied evidence in words, or null
/// @param found statements in which the words stand that were searched for
record GuideRow(
    String name,
    String title,
    List<String> drugs,
    @Nullable String aim,
    @Nullable String time,
    @Nullable String study,
    List<Found> found,
    boolean reviewed) {

  private static final int SHOWN = 3;

  /// A statement that was found.
  record Found(String id, String text) {}

  static GuideRow of(Treatment treatment, Texts texts, String words, boolean reviewed) {
    String language = texts.language();
    return new GuideRow(
        treatment.name(),
        treatment.title(language),
        TreatmentView.drugs(treatment, language),
        first(treatment, Kind.AIM, language),
        first(treatment, Kind.TIME_TO_EFFECT, language),
        treatment
            .highestEvidence()
            .map(evidence -> TreatmentView.study(evidence, texts))
            .orElse(null),
        words.isEmpty() ? List.of() : found(treatment, language, words),
        reviewed);
  }

  private static @Nullable String first(Treatment treatment, Kind kind, String language) {
    return treatment.statements(kind).stream()
        .filter(Statement::holds)
        .findFirst()
        .map(each -> each.text(language))
        .orElse(null);
  }

  private static List<Found> found(Treatment treatment, String language, String words) {
    return treatment.statements().stream()
        .filter(each -> holdsAll(each.text(language), words))
        .limit(SHOWN)
        .map(each -> new Found(each.id(), each.text(language)))
        .toList();
  }

  /// Whether a treatment's name, its drugs or one of its statements holds every word.
  static boolean fits(Treatment treatment, String language, String words) {
    List<String> names = new ArrayList<>(List.of(treatment.name(), treatment.title(language)));
    for (String code : treatment.drugs().codes()) {
      Vocabulary.Term drug = Vocabulary.drugs().term(code);
      names.add(drug.name(language));
      names.addAll(drug.list("synonyms"));
      names.add(drug.cell("abbreviation"));
    }
    return holdsAll(String.join(" ", names), words)
        || treatment.statements().stream().anyMatch(each -> holdsAll(each.text(language), words));
  }

  private static boolean holdsAll(String text, String words) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
