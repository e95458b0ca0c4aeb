package org.myocohort.app.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.alert.AlertRule;
import org.myocohort.care.alert.AlertRules;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sources;
import org.myocohort.care.taper.TaperRules;
import org.myocohort.instrument.Rule;

/// The statements behind alerts and tapers as texts of sourced sentences.
final class RuleTexts {
  /// When these rules were last gone through as a whole.
  private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 22);

  private static final Texts ENGLISH = Texts.of(Texts.Language.en);
  private static final Texts ITALIAN = Texts.of(Texts.Language.it);

  private RuleTexts() {}

  static List<CitedText> all() {
    return List.of(alerts(), tapers());
  }

  private static CitedText alerts() {
    List<CitedSentence> sentences = new ArrayList<>();
    for (AlertRule rule : AlertRules.shipped().all()) {
      Map<String, String> both = Map.of("en", rule.statement("en"), "it", rule.statement("it"));
      for (AlertRule.Citation citation : rule.citations()) {
        sentences.add(
            new CitedSentence(
                "alert." + rule.id() + "." + citation.source(),
                "alert",
                both,
                rule.mark(),
                source(citation.source()),
                citation.place(),
                WRITTEN));
      }
    }
    return new CitedText("rules/alerts", titles("guide.audit.alerts"), sentences);
  }

  private static CitedText tapers() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Stream.of(TaperRules.ofPlan(), TaperRules.ofHistory(), TaperRules.beside())
        .flatMap(List::stream)
        .forEach(rule -> rules.putIfAbsent(rule.code(), rule));
    List<CitedSentence> sentences = new ArrayList<>();
    for (Rule rule : rules.values()) {
      sentences.add(
          new CitedSentence(
              "taper." + rule.code(),
              "taper",
              titles("taper.rule." + rule.code()),
              rule.verification(),
              source(rule.source()),
              TaperRules.place(rule),
              WRITTEN));
    }
    return new CitedText("rules/taper", titles("guide.audit.taper"), sentences);
  }

  private static Source source(String key) {
    return Sources.shipped().find(key).orElseThrow();
  }

  private static Map<String, String> titles(String key) {
    return Map.of("en", ENGLISH.text(key), "it", ITALIAN.text(key));
  }
}
