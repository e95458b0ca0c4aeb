package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.pool.PoolSections.Definition;
import org.myocohort.app.review.pool.PoolSections.Finding;
import org.myocohort.app.review.pool.PoolSections.Judged;
import org.myocohort.app.review.pool.PoolSections.NotCounted;
import org.myocohort.app.review.pool.PoolSections.Part;
import org.myocohort.app.review.pool.PoolSections.Refusal;
import org.myocohort.app.review.pool.PoolSections.Stage;
import org.myocohort.app.review.pool.PoolSections.Table;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.pool.DefinitionAnswer;
import org.myocohort.evidence.pool.Ledger;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.SourceComparison;
import org.myocohort.evidence.pool.TableRow;

/// Says a pooled answer in words and tables.
final class SectionWriter {
  /// Of a citation in a table.
  private static final int LONGEST = 40;

  private final PoolReport report;
  private final Texts texts;
  private final PoolWords words;
  private final NumberWords numbers;

  SectionWriter(PoolReport report, Texts texts) {
    this.report = report;
    this.texts = texts;
    this.words = new PoolWords(texts);
    this.numbers = new NumberWords(texts, words);
  }

  PoolSections sections() {
    Pooling pooling = report.pooling();
    Outcome outcome = pooling.outcome();
    return new PoolSections(
        texts.text("pool.outcome", outcome.name(), outcome.code()),
        notes(pooling),
        pooling.answers().stream().map(this::definition).toList(),
        pooling.rows().stream()
            .filter(row -> row.standing() instanceof TableRow.NotCounted)
            .map(row -> new NotCounted(row, words.why(row)))
            .toList(),
        pairs(pooling.sharing()),
        report.grade().stream().map(this::finding).toList());
  }

  private List<String> notes(Pooling pooling) {
    Outcome outcome = pooling.outcome();
    List<String> notes = new ArrayList<>();
    notes.add(
        texts.text(
            "pool.words",
            String.join(", ", outcome.event()),
            String.join(", ", outcome.noEvent())));
    notes.add(texts.text("pool.prior"));
    report
        .extraction()
        .ifPresent(by ->
            notes.add(
                texts.text(
                    by.equals(ExtractionDesk.AGREED) ? "pool.extraction" : "pool.extraction.one",
                    by)));
    if (report.leftToExtraction() > 0) {
      notes.add(texts.text("pool.left-to-extraction", report.leftToExtraction()));
    }
    if (pooling.answers().size() > 1) {
      notes.add(texts.text("pool.definitions", pooling.answers().size()));
    }
    return notes;
  }

  private Definition definition(DefinitionAnswer answer) {
    String heading =
        texts.text(
            answer.asked() ? "pool.definition" : "pool.definition.other", answer.definition());
    if (answer.rows().isEmpty()) {
      return new Definition(heading, answer.asked(), null, List.of(), List.of(), "");
    }
    PooledSet series = answer.set(PooledSet.Kind.SERIES);
    PooledSet all = answer.set(PooledSet.Kind.WITH_SINGLE_CASES);
    boolean single = all.rows().stream().anyMatch(TableRow::apart);
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(
            texts.text("pool.series"),
            List.of(),
            parts(answer, series, PooledSet.Kind.SERIES_OWN, PooledSet.Kind.SERIES_LITERATURE),
            comparisons(answer, series),
            notIn(answer)));
    stages.add(
        new Stage(
            texts.text("pool.with-single-cases"),
            List.of(texts.text(single ? "pool.why-apart" : "pool.no-single-case")),
            single ? parts(answer, all, PooledSet.Kind.LITERATURE_WITH_SINGLE_CASES) : List.of(),
            single ? comparisons(answer, all) : List.of(),
            List.of()));
    PatientLevelWords patients = new PatientLevelWords(texts, words);
    return new Definition(
        heading,
        answer.asked(),
        ledger(answer.ledger()),
        stages,
        answer.patients().stream().map(patients::section).toList(),
        answer.patients().isEmpty() && !report.covariates().isEmpty()
            ? texts.text("pool.patients.none")
            : "");
  }

  /// Which source has rows that are in no number, as the literature of the letter has.
  private List<String> notIn(DefinitionAnswer answer) {
    List<String> sentences = new ArrayList<>();
    for (PatientSource source : PatientSource.values()) {
      List<TableRow> all =
          answer.rows().stream().filter(row -> row.row().source() == source).toList();
      long known = all.stream().filter(row -> row.standing() instanceof TableRow.Counted).count();
      if (known < all.size()) {
        sentences.add(
            texts.text(
                known == 0 ? "pool.source-without-outcome" : "pool.source-partly",
                words.source(source),
                all.size() - known,
                all.size()));
      }
    }
    return sentences;
  }

  private Table ledger(List<Ledger> ledger) {
    List<List<String>> rows = new ArrayList<>();
    for (Ledger each : ledger) {
      rows.add(
          List.of(
              named(each),
              words.source(each.source()),
              number(each.cohort()),
              number(each.inTable()),
              number(each.withOutcome()),
              number(each.notReported()),
              number(each.otherWord()),
              number(each.events())));
    }
    return new Table(
        words.heads("study", "source", "cohort", "in-table", "outcome", "nr", "other", "events"),
        rows);
  }

  private static String named(Ledger ledger) {
    String citation = ledger.citation();
    if (citation.isEmpty() || citation.equals(ledger.study())) {
      return ledger.study();
    }
    return ledger.study()
        + " "
        + (citation.length() > LONGEST ? citation.substring(0, LONGEST - 1) + "…" : citation);
  }

  private String number(@Nullable Integer value) {
    return value == null ? texts.text("pool.not-said") : Integer.toString(value);
  }

  /// One set, then the parts of it by source, where it has both, or where it was refused as a
  /// whole.
  private List<Part> parts(DefinitionAnswer answer, PooledSet set, PooledSet.Kind... kinds) {
    List<Part> parts = new ArrayList<>();
    parts.add(part("", set));
    for (PooledSet.Kind kind : kinds) {
      PooledSet part = answer.set(kind);
      boolean less = !part.rows().isEmpty() && part.rows().size() < set.rows().size();
      if (less || (set.refused() && part.answer().isPresent())) {
        parts.add(part(texts.text("pool.part", words.kind(kind)), part));
      }
    }
    return parts;
  }

  private Part part(String heading, PooledSet set) {
    return new Part(
        heading,
        set.refused() ? refusal(set) : null,
        set.answer().map(pooled -> numbers.of(set, pooled)).orElse(null),
        set.rows());
  }

  private Refusal refusal(PooledSet set) {
    return new Refusal(
        texts.text("pool.refused", set.rows().size()),
        pairs(set.check()),
        texts.text("pool.offered", String.join(", ", set.check().together())));
  }

  private List<String> pairs(PoolingCheck check) {
    List<String> pairs = new ArrayList<>();
    for (PoolingCheck.Overlap overlap : check.countedTwice()) {
      pairs.add(texts.text("pool.twice", words.overlap(overlap)));
    }
    for (PoolingCheck.Overlap overlap : check.undecided()) {
      pairs.add(texts.text("pool.undecided", words.overlap(overlap)));
    }
    return pairs;
  }

  private List<List<String>> comparisons(DefinitionAnswer answer, PooledSet set) {
    List<List<String>> sentences = new ArrayList<>();
    for (SourceComparison comparison : answer.comparisons()) {
      if (comparison.set() == set.kind()) {
        sentences.add(numbers.comparison(comparison));
      }
    }
    return sentences;
  }

  private Finding finding(GradeRow row) {
    String effect =
        row.effect() == null
            ? texts.text("pool.no-number")
            : PoolWords.shown(row.effect().estimate(), row.effect().interval())
                + (row.simpleSum() ? " " + texts.text("pool.simple-sum") : "");
    List<Judged> domains = new ArrayList<>();
    for (GradeDomain domain : GradeDomain.values()) {
      domains.add(
          new Judged(
              domain,
              words.domain(domain),
              words.judgement(row, domain),
              row.studies() > 0 && domain != GradeDomain.CERTAINTY
                  ? words.facts(row, domain)
                  : ""));
    }
    return new Finding(
        row,
        texts.text(
            "pool.finding", row.name(), row.definition(), row.studies(), row.patients(), effect),
        effect,
        domains);
  }
}
