package org.myocohort.app.review.folder;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.duplicate.ComparedPair;
import org.myocohort.evidence.review.ReviewRecords;

/// Pairs that a person has to look at, both records side by side.
final class MaybePairs {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("first"),
          Column.of("second"),
          Column.of("probability"),
          Column.of("conflicts"),
          Column.of("first_record"),
          Column.of("second_record"));

  private static final int SHOWN = 50;
  private static final int WIDTH = 44;
  private static final int DECIMALS = 2;

  private final FolderWork work;
  private final Texts texts;
  private final ReviewRecords records;

  MaybePairs(FolderWork work, ReviewRecords records) {
    this.work = work;
    this.texts = work.texts();
    this.records = records;
  }

  void print(List<ComparedPair> maybe) throws IOException {
    if (!work.inText()) {
      table(maybe);
      return;
    }
    for (ComparedPair pair : maybe.subList(0, Math.min(SHOWN, maybe.size()))) {
      FolderWork.print("\n" + sideBySide(pair));
    }
    if (maybe.size() > SHOWN) {
      FolderWork.print(texts.text("problem.more", maybe.size() - SHOWN) + "\n");
    }
  }

  private void table(List<ComparedPair> maybe) throws IOException {
    try (Answer answer = work.answer(COLUMNS)) {
      for (ComparedPair pair : maybe) {
        answer.row(
            pair.first(),
            pair.second(),
            BigDecimal.valueOf(pair.probability()).setScale(DECIMALS, RoundingMode.HALF_EVEN),
            pair.conflicts().stream().map(Texts::code).toList(),
            line(pair.first()),
            line(pair.second()));
      }
      answer.print(System.out);
    }
  }

  private String line(String id) {
    return WorkText.fields(records.record(id)).values().stream()
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private String sideBySide(ComparedPair pair) {
    String against =
        pair.conflicts().stream()
            .map(conflict -> texts.text("folder.conflict." + Texts.code(conflict)))
            .collect(Collectors.joining(", "));
    StringBuilder out =
        new StringBuilder(
                texts.text(
                    "folder.maybe",
                    pair.first(),
                    pair.second(),
                    String.format(Locale.ROOT, "%.2f", pair.probability()),
                    against.isEmpty() ? texts.text("folder.not-enough") : against))
            .append('\n');
    Map<String, String> second = WorkText.fields(records.record(pair.second()));
    WorkText.fields(records.record(pair.first()))
        .forEach((field, value) -> {
          String other = second.getOrDefault(field, "");
          if (!value.isEmpty() || !other.isEmpty()) {
            row(out, field, value, other);
          }
        });
    return out.toString();
  }

  private static void row(StringBuilder out, String field, String one, String other) {
    List<String> left = Paragraph.wrapped(one, WIDTH);
    List<String> right = Paragraph.wrapped(other, WIDTH);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String line =
          String.format(
              Locale.ROOT,
              "  %-8s %-" + WIDTH + "s  %s",
              i == 0 ? field : "",
              i < left.size() ? left.get(i) : "",
              i < right.size() ? right.get(i) : "");
      out.append(line.stripTrailing()).append('\n');
    }
  }
}
