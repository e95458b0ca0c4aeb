package org.myocohort.app.guide;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.guide.Kind;
import org.myocohort.care.guide.Statement;
import org.myocohort.care.guide.Treatment;
import org.myocohort.care.source.Source;

/// One treatment: its statements by kind, then its sources.
final class ShownTreatment {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id"),
          Column.of("about"),
          Column.of("statement"),
          Column.of("mark"),
          Column.of("used"),
          Column.of("contradicted_by"),
          Column.of("differs_from"),
          Column.of("source"),
          Column.of("place"),
          Column.of("read"),
          Column.of("study"),
          Column.of("patients"),
          Column.of("design"),
          Column.of("level"),
          Column.of("published"),
          Column.of("citation"));

  private final Treatment treatment;
  private final Texts texts;
  private final List<Source> sources = new ArrayList<>();

  ShownTreatment(Treatment treatment, Texts texts) {
    this.treatment = treatment;
    this.texts = texts;
  }

  int print(Format format) throws IOException {
    if (format == Format.text) {
      System.out.print(text());
      System.out.flush();
      return ExitCode.ANSWERED;
    }
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      for (Statement each : treatment.statements()) {
        answer.row(
            each.id(),
            each.about(),
            each.text(texts.language()),
            each.mark().name().toLowerCase(Locale.ROOT),
            each.holds(),
            each.contradictedBy(),
            each.differsFrom(),
            each.source().key(),
            each.place(),
            each.read().map(LocalDate::toString).orElse(null),
            each.evidence().map(found -> found.study()).orElse(null),
            each.evidence().flatMap(found -> found.patients()).orElse(null),
            each.evidence().map(found -> found.design().code()).orElse(null),
            each.evidence().map(found -> found.design().level()).orElse(null),
            each.evidence().map(found -> found.date()).orElse(null),
            each.source().citation());
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    line(text, treatment.title(texts.language()));
    line(text, texts.text("guide.class." + treatment.group().code()));
    line(text, texts.text("guide.not-reviewed"));
    line(text, texts.text("guide.not-a-device"));
    for (Kind kind : Kind.values()) {
      List<Statement> found = treatment.statements(kind);
      if (!found.isEmpty()) {
        line(text, "");
        line(text, texts.text("guide.kind." + kind.code()));
        found.forEach(each -> statement(text, each));
      }
    }
    line(text, "");
    line(text, texts.text("guide.sources"));
    for (int number = 1; number <= sources.size(); number++) {
      line(text, "  [" + number + "] " + sources.get(number - 1).citation());
    }
    return text.toString();
  }

  private void statement(StringBuilder text, Statement statement) {
    if (!sources.contains(statement.source())) {
      sources.add(statement.source());
    }
    String mark =
        statement.holds()
            ? ""
            : " ("
                + texts.text(
                    "guide.mark."
                        + (statement.contradicted()
                            ? "contradicted"
                            : statement.mark().name().toLowerCase(Locale.ROOT)))
                + ")";
    line(
        text,
        "  - %s%s [%d: %s]"
            .formatted(
                statement.text(texts.language()),
                mark,
                sources.indexOf(statement.source()) + 1,
                statement.place()));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
