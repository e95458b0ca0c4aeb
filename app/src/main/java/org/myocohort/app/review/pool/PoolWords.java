package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// The phrases that text, tables and figure have in common.
final class PoolWords {
  private final Texts texts;

  PoolWords(Texts texts) {
    this.texts = texts;
  }

  /// Heads of columns, by their codes.
  List<String> heads(String... codes) {
    List<String> heads = new ArrayList<>();
    for (String code : codes) {
      heads.add(texts.text("pool.column." + code));
    }
    return heads;
  }

  String reason(Reason reason) {
    return texts.text("meta.reason." + reason.code());
  }

  String kind(PooledSet.Kind kind) {
    return texts.text("pool.kind." + Texts.code(kind));
  }

  String source(PatientSource source) {
    return texts.text("pool.source." + Texts.code(source));
  }

  /// What a proportion is one of: never of all who take the drug.
  String label(PooledSet set) {
    boolean own = false;
    boolean published = false;
    for (TableRow row : set.rows()) {
      own |= row.row().source() == PatientSource.OWN;
      published |= row.row().source() == PatientSource.LITERATURE;
    }
    return texts.text(
        published ? (own ? "pool.label.both" : "pool.label.published") : "pool.label.own");
  }

  /// Why a row is not counted; empty where it is.
  String why(TableRow row) {
    return switch (row.standing()) {
      case TableRow.Counted _ -> "";
      case TableRow.NotCounted(TableRow.Why why, String found) ->
          texts.text("pool.why." + Texts.code(why), found);
    };
  }

  /// Two rows that share patients, and why they are thought to.
  String overlap(PoolingCheck.Overlap overlap) {
    List<String> reasons = new ArrayList<>();
    overlap
        .reasons()
        .forEach(reason ->
            reasons.add(
                texts.text("pool.shared." + Texts.code(reason.kind())) + " " + reason.value()));
    return texts.text(
            "pool.overlap",
            overlap.first(),
            overlap.second(),
            texts.text("pool.overlap." + Texts.code(overlap.why())),
            overlap.atMost())
        + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
  }

  /// `0.5556 (0.4222 – 0.6813)`.
  static String shown(double estimate, ConfidenceInterval interval) {
    return Numbers.shown(estimate) + " (" + limits(interval) + ")";
  }

  static String limits(ConfidenceInterval interval) {
    return Numbers.shown(interval.lower()) + " – " + Numbers.shown(interval.upper());
  }

  String shown(Estimation<PooledProportion.Answer> answer) {
    return switch (answer) {
      case Estimation.Estimated<PooledProportion.Answer>(PooledProportion.Answer found) ->
          shown(found.estimate(), found.interval());
      case Estimation.NotEstimable<PooledProportion.Answer>(Reason reason) -> "– " + reason(reason);
    };
  }

  static String p(double p) {
    return p < 0.0001 ? "< 0.0001" : Numbers.shown(p);
  }

  /// The files and lines that rows stand in, each once.
  static String places(List<TableRow> rows) {
    Set<String> places = new LinkedHashSet<>();
    for (TableRow row : rows) {
      places.add(
          row.row().id() + " (" + row.row().place().file() + ":" + row.row().place().line() + ")");
    }
    return String.join(", ", places);
  }

  /// The facts beside a domain, for a person to judge by.
  String facts(GradeRow row, GradeDomain domain) {
    GradeRow.Facts facts = row.facts();
    return switch (domain) {
      case RISK_OF_BIAS -> {
        List<String> designs = new ArrayList<>();
        facts
            .designs()
            .forEach((design, studies) ->
                designs.add(texts.text("pool.design." + design) + " " + studies));
        yield texts.text("pool.grade.designs", String.join(", ", designs))
            + " "
            + texts.text(facts.startsLow() ? "pool.grade.starts-low" : "pool.grade.trials")
            + " "
            + texts.text("pool.grade.appraised", facts.appraised(), facts.notYes());
      }
      case INCONSISTENCY -> {
        ConfidenceInterval prediction = facts.prediction();
        Double iSquared = facts.iSquared();
        yield texts.text(
            "pool.grade.inconsistency",
            iSquared == null ? "–" : Numbers.rough(iSquared) + " %",
            prediction == null ? "–" : limits(prediction));
      }
      case INDIRECTNESS ->
          texts.text(
              "pool.grade.indirectness",
              row.definition(),
              facts.otherDefinitions().isEmpty()
                  ? "–"
                  : String.join(", ", facts.otherDefinitions()),
              facts.ownPatients(),
              row.patients(),
              facts.notReported());
      case IMPRECISION -> {
        Double width = facts.width();
        yield texts.text(
            "pool.grade.imprecision", row.patients(), width == null ? "–" : Numbers.shown(width));
      }
      case PUBLICATION_BIAS ->
          texts.text("pool.grade.publication", row.studies(), facts.singleCases())
              + (row.studies() < FUNNEL ? " " + texts.text("pool.grade.no-funnel") : "");
      case CERTAINTY -> "";
    };
  }

  /// Tests for small-study effects need as many.
  private static final int FUNNEL = 10;

  /// The judgement with its reason and who gave it.
  String judgement(GradeRow row, GradeDomain domain) {
    return row.judgement(domain)
        .map(each ->
            texts.text(
                "pool.grade.judged",
                texts.text("pool.judgement." + each.judgement()),
                each.reason(),
                each.by()))
        .orElseGet(() -> texts.text("pool.grade.not-judged"));
  }

  String domain(GradeDomain domain) {
    return texts.text("pool.domain." + domain.code());
  }

  static String column(GradeDomain domain) {
    return domain.code().replace('-', '_').toLowerCase(Locale.ROOT);
  }
}
