package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.ReportedFinding;
import org.myocohort.statistics.reported.WordedShare;

/// Shares said in words, "more than half of patients", against counts printed elsewhere.
///
/// The two are compared where their sentences name the same kind of outcome, see [#OUTCOMES], and
/// share a word that is rare in neither way: at least six letters, none of the words of every
/// paper. Whether they speak of the same members is not known; the finding asks.
final class SharesInWords {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:(more than|over|less than|fewer than|under) (?:a |one[- ])?(half|(?:two|one)?[- ]?thirds?|three[- ]quarters)"
              + "|(the (?:vast |great )?majority))(?: of)?(?: the| our| all| these)? (?:[a-z-]+ ){0,2}?"
              + Words.PEOPLE
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  /// Words by the kind of outcome that they name; beginnings of words.
  private static final Map<String, List<String>> OUTCOMES =
      Map.of(
          "response",
          List.of("respon", "effective", "efficac", "improve", "remission", "benefit"),
          "death",
          List.of("death", "died", "mortal", "surviv"),
          "relapse",
          List.of("relaps", "recur", "flare"),
          "harm",
          List.of("adverse", "side effect", "toxic", "infection"));

  private static final Set<String> COMMON =
      Set.of(
          "patients",
          "patient",
          "treatment",
          "treated",
          "therapy",
          "clinical",
          "months",
          "response",
          "responded",
          "responders",
          "effective",
          "efficacy",
          "improvement",
          "improved",
          "subjects",
          "results",
          "disease",
          "during",
          "follow-up",
          "followup",
          "reported",
          "observed",
          "compared",
          "majority",
          "placebo",
          "randomized",
          "controlled",
          "adverse",
          "events",
          "effects",
          "severe",
          "active",
          "remission",
          "significant",
          "significantly",
          "within",
          "before",
          "between",
          "further",
          "however",
          "baseline",
          "outcome",
          "outcomes",
          "groups",
          "received",
          "thirds",
          "quarters",
          "three-quarters",
          "relapse",
          "deaths",
          "mortality",
          "survival",
          "cohort");

  /// A share in words, or a count, with what its sentence speaks of.
  private record Statement(
      Search search, Sentence sentence, int from, int to, Set<String> outcomes, Set<String> words) {
    private boolean speaksAs(Statement other) {
      boolean outcome = outcomes.stream().anyMatch(other.outcomes::contains);
      return outcome && words.stream().anyMatch(other.words::contains);
    }

    private PrintedPlace place() {
      return search.place(sentence, from, to);
    }
  }

  private SharesInWords() {}

  static List<DocumentFinding> find(List<Search> documents) {
    List<Statement> counts = new ArrayList<>();
    List<Sizes.Size> sizes = new ArrayList<>();
    for (Search document : documents) {
      for (Sizes.Size size : document.sizes().all()) {
        if (size.count() != null) {
          Sentence sentence = document.sentences().get(size.sentence());
          counts.add(
              statement(
                  document, sentence, size.from() - sentence.from(), size.to() - sentence.from()));
          sizes.add(size);
        }
      }
    }
    List<DocumentFinding> findings = new ArrayList<>();
    for (Search document : documents) {
      for (Sentence sentence : document.sentences()) {
        Matcher matcher = WORDS.matcher(sentence.text());
        while (matcher.find()) {
          Optional<WordedShare> share = share(matcher);
          if (share.isPresent()) {
            Statement said = statement(document, sentence, matcher.start(), matcher.end());
            compare(said, share.get(), counts, sizes).ifPresent(findings::add);
          }
        }
      }
    }
    return findings;
  }

  /// The finding, where counts of that outcome are printed elsewhere and none of them fits.
  private static Optional<DocumentFinding> compare(
      Statement said, WordedShare share, List<Statement> counts, List<Sizes.Size> sizes) {
    Optional<DocumentFinding> finding = Optional.empty();
    for (int i = 0; i < counts.size(); i++) {
      Statement count = counts.get(i);
      Integer members = sizes.get(i).count();
      boolean elsewhere =
          count.search() != said.search() || count.sentence().from() != said.sentence().from();
      if (members == null || !elsewhere || !said.speaksAs(count)) {
        continue;
      }
      Optional<ReportedFinding> found =
          share.check(
              said.search().id(said.sentence(), said.from()),
              said.sentence().text().substring(said.from(), said.to()),
              members,
              sizes.get(i).size());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (finding.isEmpty()) {
        finding =
            Optional.of(new DocumentFinding(found.get(), said.place(), List.of(count.place())));
      }
    }
    return finding;
  }

  private static Optional<WordedShare> share(Matcher matcher) {
    if (matcher.group(3) != null) {
      return Optional.of(WordedShare.MORE_THAN_HALF);
    }
    boolean more =
        matcher.group(1).equalsIgnoreCase("more than") || matcher.group(1).equalsIgnoreCase("over");
    String part = matcher.group(2).toLowerCase(Locale.ROOT).replace('-', ' ').strip();
    return Optional.ofNullable(
        switch (part) {
          case "half" -> more ? WordedShare.MORE_THAN_HALF : WordedShare.LESS_THAN_HALF;
          case "third", "one third" ->
              more ? WordedShare.MORE_THAN_A_THIRD : WordedShare.LESS_THAN_A_THIRD;
          case "two thirds" -> more ? WordedShare.MORE_THAN_TWO_THIRDS : null;
          case "three quarters" -> more ? WordedShare.MORE_THAN_THREE_QUARTERS : null;
          default -> null;
        });
  }

  private static Statement statement(Search search, Sentence sentence, int from, int to) {
    String lower = sentence.text().toLowerCase(Locale.ROOT);
    Set<String> outcomes = new HashSet<>();
    for (Map.Entry<String, List<String>> outcome : OUTCOMES.entrySet()) {
      if (outcome.getValue().stream().anyMatch(lower::contains)) {
        outcomes.add(outcome.getKey());
      }
    }
    Set<String> words = new HashSet<>();
    for (String word : lower.split("[^a-z-]+", -1)) {
      if (word.length() >= 6 && !COMMON.contains(word)) {
        words.add(word);
      }
    }
    return new Statement(search, sentence, from, to, outcomes, words);
  }
}
