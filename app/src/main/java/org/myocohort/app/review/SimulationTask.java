package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.screening.Ranker;
import org.myocohort.evidence.screening.Ranking;
import org.myocohort.evidence.screening.RankingMeasures;
import org.myocohort.evidence.screening.RankingModel;
import org.myocohort.evidence.screening.ScreeningTable;
import org.myocohort.evidence.screening.Simulation;
import org.myocohort.exchange.csv.BadInputException;
import tools.jackson.databind.json.JsonMapper;

/// Screens a labelled table as a person would who is shown the most promising record each time.
final class SimulationTask {
  /// As `2+5`: so many relevant and irrelevant records by chance.
  private static final Pattern BY_CHANCE = Pattern.compile("(\\d{1,6})\\+(\\d{1,6})");

  private static final int DECIMALS = 6;

  private final RankingModel model;
  private final String criteria;
  private final ReviewRankCommand.StartOrder order;
  private final String priors;
  private final long seed;
  private final @Nullable String labelColumn;
  private final Texts texts;
  private final PrintWriter err;

  SimulationTask(
      RankingModel model,
      String criteria,
      ReviewRankCommand.StartOrder order,
      String priors,
      long seed,
      @Nullable String labelColumn,
      Texts texts,
      PrintWriter err) {
    this.model = model;
    this.criteria = criteria;
    this.order = order;
    this.priors = priors;
    this.seed = seed;
    this.labelColumn = labelColumn;
    this.texts = texts;
    this.err = err;
  }

  int run(Path file, Format format) throws IOException, BadInputException {
    ScreeningTable table = ScreeningTable.read(file, labelColumn);
    List<ScreeningTable.Row> rows =
        table.records().stream().filter(row -> row.relevant() != null).toList();
    if (rows.size() < table.records().size()) {
      say("rank.unlabelled", table.records().size() - rows.size());
    }
    if (table.duplicates() > 0) {
      say("rank.duplicates", table.duplicates());
    }
    List<Boolean> relevant =
        rows.stream().map(row -> Objects.requireNonNull(row.relevant())).toList();
    long count = relevant.stream().filter(Boolean::booleanValue).count();
    if (count == 0 || count == rows.size()) {
      say("rank.one-class", file, count, rows.size());
      return ExitCode.FOUND;
    }
    List<Integer> known = priors(rows, relevant);
    if (known == null) {
      return ExitCode.USAGE;
    }
    long began = System.nanoTime();
    Ranker ranker = model.over(rows.stream().map(ScreeningTable.Row::text).toList(), criteria);
    TerminalProgress progress = new TerminalProgress(err);
    String step = texts.text("rank.progress");
    List<Integer> start =
        switch (order) {
          case FILE -> IntStream.range(0, rows.size()).boxed().toList();
          case SHUFFLED ->
              IntStream.of(Ranking.random(rows.size(), seed).records()).boxed().toList();
        };
    List<Integer> shown =
        Simulation.run(
            ranker, relevant, start, known, done -> progress.done(step, done, rows.size()));
    double seconds = (System.nanoTime() - began) / 1e9;
    print(
        RankingMeasures.of(shown.stream().map(relevant::get).toList()),
        seconds,
        shown.stream().map(record -> rows.get(record).id()).toList(),
        format);
    return ExitCode.ANSWERED;
  }

  private void say(String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
  }

  /// The records known before the start; null, and said why, where they cannot be.
  private @Nullable List<Integer> priors(List<ScreeningTable.Row> rows, List<Boolean> relevant) {
    if (priors.isEmpty()) {
      return List.of();
    }
    var byChance = BY_CHANCE.matcher(priors);
    List<Integer> known = new ArrayList<>();
    if (byChance.matches()) {
      int wantedRelevant = Integer.parseInt(byChance.group(1));
      int wantedOther = Integer.parseInt(byChance.group(2));
      for (int record : Ranking.random(rows.size(), seed).records()) {
        if (relevant.get(record) ? wantedRelevant-- > 0 : wantedOther-- > 0) {
          known.add(record);
        }
      }
      return known;
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      numbers.put(rows.get(i).id(), i);
    }
    for (String id : priors.split(",", -1)) {
      Integer number = numbers.get(id.strip());
      if (number == null || known.contains(number)) {
        say("rank.no-prior", id.strip());
        return null;
      }
      known.add(number);
    }
    return known;
  }

  private void print(RankingMeasures measures, double seconds, List<String> ids, Format format)
      throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("n", measures.records());
    values.put("relevant", measures.relevant());
    values.put("n95", measures.n95());
    values.put("wss95", decimal(measures.wss95()));
    values.put("recall10", decimal(measures.recall10()));
    values.put("atd", decimal(measures.atd()));
    values.put("loss", decimal(measures.loss()));
    values.put("ndcg", decimal(measures.ndcg()));
    values.put("seconds", BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN));
    if (format == Format.json) {
      values.put("order", ids);
      String json =
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(values);
      System.out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      return;
    }
    List<Column> columns = values.keySet().stream().map(Column::of).toList();
    try (Answer answer = new Answer(columns, format, texts)) {
      answer.row(values.values().toArray());
      answer.print(System.out);
    }
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
