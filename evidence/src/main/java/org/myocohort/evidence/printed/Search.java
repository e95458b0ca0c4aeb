package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.DecimalMark;
import org.myocohort.statistics.reported.ReportedFinding;

/// What the finders of one document share: its text, sentences, sizes and findings so far.
final class Search {
  private static final Pattern ONE_SIDED =
      Pattern.compile("\\b(?:one|1|single)[- ](?:tailed|sided)", Pattern.CASE_INSENSITIVE);

  /// Words after which a p is not that of the plain test of the printed numbers.
  private static final Pattern ADJUSTED =
      Pattern.compile(
          "\\b(?:adjust|correct(?:ed|ion)|bonferroni|holm|hochberg|tukey|dunnett|scheff|fdr"
              + "|false discovery|greenhouse|huynh|welch|permutation|bootstrap|monte carlo|multiple"
              + " (?:test|comparison)|weighted|imput)",
          Pattern.CASE_INSENSITIVE);

  private final PrintedText text;
  private final List<Sentence> sentences;
  private final Sizes sizes;
  private final DecimalMark mark;
  private final boolean oneSided;
  private final List<DocumentFinding> findings = new ArrayList<>();

  Search(PrintedText text) {
    this.text = text;
    this.sentences = Sentence.of(text.clean());
    this.sizes = Sizes.of(sentences);
    this.mark = Words.mark(text.clean());
    this.oneSided = ONE_SIDED.matcher(text.clean()).find();
  }

  PrintedText text() {
    return text;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  Sizes sizes() {
    return sizes;
  }

  DecimalMark mark() {
    return mark;
  }

  /// Whether the document says of any test that it was one-sided.
  boolean oneSided() {
    return oneSided;
  }

  static boolean adjusted(Sentence sentence) {
    return ADJUSTED.matcher(sentence.text()).find();
  }

  List<DocumentFinding> findings() {
    return findings;
  }

  /// The id of a finding: the line where its numbers are printed.
  String id(Sentence sentence, int from) {
    return "L" + text.place(sentence.from() + from, sentence.from() + from).line();
  }

  void add(Sentence sentence, int from, int to, Optional<ReportedFinding> finding) {
    finding.ifPresent(found -> add(sentence, from, to, found));
  }

  void add(Sentence sentence, int from, int to, ReportedFinding finding) {
    findings.add(new DocumentFinding(finding, place(sentence, from, to), List.of()));
  }

  PrintedPlace place(Sentence sentence, int from, int to) {
    return text.place(sentence.from() + from, sentence.from() + to);
  }
}
