package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.myocohort.figures.Hue;
import org.myocohort.vocabulary.Vocabulary;

/// The lanes that a timeline can have, from the top, and how each laboratory value looks: the same
/// colour for the same thing on every page.
final class Lanes {
  static final String EVENTS = "events";
  static final String TREATMENTS = "treatments";
  static final String PREDNISONE = "prednisone";
  static final String RESPONSE = "response";

  /// How a measured quantity is drawn.
  ///
  /// @param logarithmic whether it spans decades, so that a linear axis would hide what is low
  record Laboratory(String code, Hue hue, boolean logarithmic) {}

  private static final List<Laboratory> FIRST =
      List.of(
          new Laboratory("crp", Hue.BLUE, false),
          new Laboratory("troponin-t-hs", Hue.VERMILLION, true),
          new Laboratory("troponin-t", Hue.VERMILLION, true),
          new Laboratory("troponin-i-hs", Hue.VERMILLION, true),
          new Laboratory("nt-probnp", Hue.BLACK, true),
          new Laboratory("ck", Hue.PURPLE, true),
          new Laboratory("ldh", Hue.ORANGE, false),
          new Laboratory("ferritin", Hue.SKY_BLUE, true),
          new Laboratory("fvc-percent", Hue.GREEN, false),
          new Laboratory("dlco-percent", Hue.GREEN, false));

  static final List<Laboratory> LABORATORIES = laboratories();

  /// Every lane, from the top.
  static final List<String> ALL = all();

  /// The lanes drawn unless asked otherwise.
  static final Set<String> USUAL = usual();

  private Lanes() {}

  private static List<Laboratory> laboratories() {
    List<Laboratory> all = new ArrayList<>(FIRST);
    for (Vocabulary.Term term : Vocabulary.measurements().terms()) {
      if (!term.cell("unit").isEmpty()
          && FIRST.stream().noneMatch(each -> each.code().equals(term.code()))) {
        all.add(new Laboratory(term.code(), Hue.BLACK, false));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(List.of(EVENTS, TREATMENTS, PREDNISONE));
    LABORATORIES.forEach(each -> all.add(each.code()));
    all.add(RESPONSE);
    return List.copyOf(all);
  }

  private static Set<String> usual() {
    List<String> usual = new ArrayList<>(List.of(EVENTS, TREATMENTS, PREDNISONE, RESPONSE));
    FIRST.forEach(each -> usual.add(each.code()));
    return Set.copyOf(usual);
  }

  /// What a lane is called.
  static String title(String lane, Words words) {
    return words.texts().has("lane." + lane)
        ? words.text("lane." + lane)
        : switch (lane) {
          case EVENTS -> words.text("timeline.events");
          case TREATMENTS -> words.text("timeline.treatments");
          case PREDNISONE -> words.text("timeline.prednisone");
          case RESPONSE -> words.text("timeline.response");
          default -> Words.capitalised(words.measurement(lane));
        };
  }
}
