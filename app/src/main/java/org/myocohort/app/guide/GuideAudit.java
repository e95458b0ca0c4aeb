package org.myocohort.app.guide;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.source.Sourced;
import org.myocohort.care.source.SourcedText;
import org.myocohort.instrument.Verification;

/// Every statement with its source, its mark and its age.
final class GuideAudit {
  private static final List<Column> COLUMNS =
      List.of(
          Column.detail("text"),
          Column.of("id"),
          Column.of("about"),
          Column.of("mark"),
          Column.of("used"),
          Column.of("source"),
          Column.of("place"),
          Column.of("read"),
          Column.of("age_days"),
          Column.ifAny("reviewed_by"),
          Column.detail("statement"),
          Column.detail("citation"),
          Column.detail("address"));

  private final String only;
  private final LocalDate day;
  private final Texts texts;

  /// @param only part of the code of the texts that are listed; empty for all
  /// @param day from which ages are counted
  GuideAudit(String only, LocalDate day, Texts texts) {
    this.only = only;
    this.day = day;
    this.texts = texts;
  }

  int print(Format format, Reviewers reviewers) throws IOException {
    Map<Verification, Integer> counts = new EnumMap<>(Verification.class);
    int all = 0;
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      for (SourcedText text : AuditedTexts.all().toList()) {
        if (!text.code().contains(only)) {
          continue;
        }
        List<String> reviewed = reviewers.of(text);
        for (Sourced each : text.statements()) {
          all++;
          counts.merge(each.mark(), 1, Integer::sum);
          answer.row(
              text.code(),
              each.id(),
              each.about(),
              mark(each.mark(), format),
              used(each, format),
              each.source().key(),
              each.place(),
              each.read().map(LocalDate::toString).orElse(null),
              Math.toIntExact(ChronoUnit.DAYS.between(each.checked(), day)),
              reviewed,
              each.text(texts.language()),
              each.source().citation(),
              each.source().address());
        }
      }
      answer.print(System.out);
    }
    if (format == Format.text) {
      System.out.println();
      System.out.println(
          texts.text(
              "guide.audit.count",
              all,
              counts.getOrDefault(Verification.VERIFIED, 0),
              counts.getOrDefault(Verification.WEAK, 0),
              counts.getOrDefault(Verification.FROM_MEMORY, 0),
              counts.getOrDefault(Verification.OURS, 0)));
      System.out.println(
          texts.text(reviewers.asked() ? "guide.audit.reviewed" : "guide.audit.not-asked"));
    }
    return ExitCode.ANSWERED;
  }

  private Object used(Sourced statement, Format format) {
    if (format != Format.text) {
      return statement.holds();
    }
    return texts.text(statement.holds() ? "guide.used" : "guide.not-used");
  }

  private String mark(Verification mark, Format format) {
    String code = mark.name().toLowerCase(Locale.ROOT);
    return format == Format.text ? texts.text("verification." + code) : code;
  }
}
