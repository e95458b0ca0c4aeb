package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.screening.Labels;
import org.myocohort.evidence.screening.Ranker;
import org.myocohort.evidence.screening.Ranking;
import org.myocohort.evidence.screening.RankingModel;
import org.myocohort.evidence.screening.ScreeningLabels;
import org.myocohort.evidence.screening.ScreeningTable;
import org.myocohort.exchange.csv.BadInputException;

/// Ranks the records that have no label by those that have.
final class RankTask {
  private static final List<Column> COLUMNS =
      List.of(Column.of("position"), Column.of("record"), Column.of("title"));

  private final RankingModel model;
  private final String criteria;
  private final @Nullable String labelColumn;
  private final Texts texts;
  private final PrintWriter err;

  RankTask(
      RankingModel model,
      String criteria,
      @Nullable String labelColumn,
      Texts texts,
      PrintWriter err) {
    this.model = model;
    this.criteria = criteria;
    this.labelColumn = labelColumn;
    this.texts = texts;
    this.err = err;
  }

  int run(Path file, @Nullable Path labelFile, Format format)
      throws IOException, BadInputException {
    ScreeningTable table = RankedRecords.read(file, labelFile == null ? labelColumn : null);
    List<ScreeningTable.Row> rows = table.records();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      numbers.put(rows.get(i).id(), i);
    }
    Map<String, Boolean> known =
        labelFile == null ? table.labels() : ScreeningLabels.read(labelFile, labelColumn);
    Labels labels = Labels.none();
    boolean[] labelled = new boolean[rows.size()];
    for (Map.Entry<String, Boolean> label : known.entrySet()) {
      Integer number = numbers.get(label.getKey());
      if (number == null) {
        err.println(texts.text("rank.no-record", label.getKey(), file));
        err.flush();
        return ExitCode.FOUND;
      }
      labels = labels.with(number, label.getValue());
      labelled[number] = true;
    }
    String words = criteria.isEmpty() ? RankedRecords.criteria(file) : criteria;
    Ranker ranker = model.over(rows.stream().map(ScreeningTable.Row::text).toList(), words);
    Optional<double[]> scores = ranker.scores(labels);
    if (scores.isEmpty()) {
      err.println(texts.text("rank.needs-both"));
      err.flush();
    }
    Ranking ranking =
        scores.isEmpty() ? Ranking.asFiled(rows.size()) : Ranking.by(scores.get(), labels.count());
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      int place = 0;
      for (int record : ranking.records()) {
        if (!labelled[record]) {
          answer.row(++place, rows.get(record).id(), rows.get(record).text().title());
        }
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }
}
