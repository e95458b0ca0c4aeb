package org.myocohort.app.guide;

import java.io.IOException;
import java.util.List;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Treatment;
import org.myocohort.instrument.Verification;

/// The treatments, each with how much is known of it.
final class GuideList {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("treatment"),
          Column.of("title"),
          Column.of("class"),
          Column.of("statements"),
          Column.of("verified"),
          Column.of("weak"),
          Column.of("from_memory"),
          Column.ifAny("highest_evidence"),
          Column.ifAny("drugs"));

  private final Texts texts;

  GuideList(Texts texts) {
    this.texts = texts;
  }

  int print(Format format) throws IOException {
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      for (Treatment each : Guide.shipped().treatments()) {
        String group = each.group().code();
        answer.row(
            each.name(),
            each.title(texts.language()),
            format == Format.text ? texts.text("guide.class." + group) : group,
            each.statements().size(),
            count(each, Verification.VERIFIED),
            count(each, Verification.WEAK),
            count(each, Verification.FROM_MEMORY),
            each.highestEvidence()
                .map(evidence -> {
                  String design = evidence.design().code();
                  return format == Format.text ? texts.text("guide.design." + design) : design;
                })
                .orElse(null),
            each.drugs().words());
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private static Integer count(Treatment treatment, Verification mark) {
    return (int) treatment.statements().stream().filter(each -> each.mark() == mark).count();
  }
}
