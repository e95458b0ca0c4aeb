package org.myocohort.app.web.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.guide.Evidence;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Kind;
import org.myocohort.care.guide.Statement;
import org.myocohort.care.guide.Treatment;
import org.myocohort.vocabulary.Vocabulary;

/// A treatment as its page shows it.
///
/// @param drugs names of the drugs that it covers, where they say more than its title
/// @param parts its statements by kind
/// @param marks codes of the marks that stand on the page
record TreatmentView(
    String name,
    String title,
    String group,
    List<String> drugs,
    List<Part> parts,
    Footnotes footnotes,
    List<String> marks) {

  /// The statements of a kind.
  record Part(String kind, List<Shown> statements) {}

  /// A statement.
  ///
  /// @param mark code of its mark, as of [Marks]
  /// @param note number of its footnote
  /// @param study the evidence in words, or null
  /// @param against statements that contradict it
  /// @param differing statements of other sources that differ
  record Shown(
      String id,
      String text,
      String mark,
      int note,
      @Nullable String study,
      List<Other> against,
      List<Other> differing) {}

  /// Another statement that one refers to.
  record Other(String id, String text) {}

  static TreatmentView of(Treatment treatment, Texts texts) {
    List<Statement> order = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      order.addAll(treatment.statements(kind));
    }
    Footnotes footnotes = Footnotes.of(order);
    List<Part> parts = new ArrayList<>();
    Set<String> marks = new HashSet<>();
    for (Kind kind : Kind.values()) {
      List<Shown> shown = new ArrayList<>();
      for (Statement each : treatment.statements(kind)) {
        marks.add(Marks.code(each));
        shown.add(
            new Shown(
                each.id(),
                each.text(texts.language()),
                Marks.code(each),
                footnotes.number(each),
                each.evidence().map(evidence -> study(evidence, texts)).orElse(null),
                others(each.contradictedBy(), texts),
                others(each.differsFrom(), texts)));
      }
      if (!shown.isEmpty()) {
        parts.add(new Part(kind.code(), shown));
      }
    }
    return new TreatmentView(
        treatment.name(),
        treatment.title(texts.language()),
        treatment.group().code(),
        drugs(treatment, texts.language()),
        parts,
        footnotes,
        Marks.CODES.stream().filter(marks::contains).toList());
  }

  /// Names of the drugs, none where the treatment is called as its only drug.
  static List<String> drugs(Treatment treatment, String language) {
    List<String> names =
        treatment.drugs().codes().stream()
            .map(code -> Vocabulary.drugs().term(code).name(language))
            .toList();
    return names.size() == 1 && names.getFirst().equalsIgnoreCase(treatment.title(language))
        ? List.of()
        : names;
  }

  /// The study in words: design with its level, patients, name, date.
  static String study(Evidence evidence, Texts texts) {
    List<String> words = new ArrayList<>();
    words.add(
        texts.text(
            "guide.level",
            texts.text("guide.design." + evidence.design().code()),
            evidence.design().level()));
    evidence.patients().ifPresent(patients -> words.add(texts.text("guide.patients", patients)));
    words.add(evidence.study());
    if (!evidence.date().isEmpty() && !evidence.study().contains(evidence.date())) {
      words.add(evidence.date());
    }
    return String.join(", ", words);
  }

  private static List<Other> others(List<String> ids, Texts texts) {
    return ids.stream()
        .map(id -> Guide.shipped().statement(id))
        .flatMap(Optional::stream)
        .map(each -> new Other(each.id(), each.text(texts.language())))
        .toList();
  }
}
