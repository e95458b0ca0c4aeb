package org.myocohort.app.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.app.cli.CommandLines;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Remark;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_OUT)
class StatsCommandTest {
  @TempDir Path folder = Path.of("");

  @Command(name = "myocohort")
  private static final class Root {}

  private record Run(int code, String out, String err) {}

  private Run run(String method, String table, String... options) throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(data, table.replace(' ', '\n'));
    List<String> arguments = new ArrayList<>(List.of("stats", method, data.toString()));
    arguments.addAll(List.of(options));
    StringWriter err = new StringWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code =
          CommandLines.execute(
              new Root(),
              List.of(StatsCommand.class),
              arguments.toArray(String[]::new),
              new PrintWriter(err, true));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private JsonNode json(String method, String table, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "json"));
    Run run = run(method, table, all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  /// R 4.2.2: wilcox.exact, wilcox.test, binom.test, fisher.test, cor.test, poisson.test, survdiff.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          wilcoxon-signed-rank, x 1 -2 2 3 0 5 5 -1 4, p, 0.0859375
          wilcoxon-signed-rank, 'x,y 2,1 1,3 4,2 5,2 7,7 6,1 9,4 0,1 8,4', p, 0.0859375
          wilcoxon-rank-sum, 'value,group 1,a 2,a 2,a 5,a 7,a 2,b 3,b 8,b 9,b 9,b 9,b 12,b 5,b', p, 0.046620046620046623
          sign, x 1 2 3 -1, p, 0.625
          mcnemar, 'a,b,count no,no,5 no,yes,1 yes,no,8 yes,yes,0', p, 0.0390625
          fisher, 'a,b,count 1,1,3 1,2,1 2,1,1 2,2,3', p, 0.48571428571428571
          pearson, 'x,y 1,2 2,4 3,7', estimate, 0.99339926779878285
          spearman, 'x,y 1,2 2,4 3,7', p, 0.33333333333333333
          kendall, 'x,y 1,2 2,4 3,7', p, 0.33333333333333333
          binomial, 'events,total 7,10', p, 0.34375
          binomial, 'events,total 7,10', lower, 0.34754715
          poisson-rate, 'events,total 11,800 6,900', p, 0.15425901258245
          hodges-lehmann, 'value,group 1,a 2,a 3,a 4,b 5,b 7,b', estimate, -3
          describe, value 3 1 4 1 5 9 2 6, median, 3.5
          kaplan-meier, 'time,event 1,0 2,1 2,0 3,1 5,1 8,0 8,1 9,1', estimate, 8
          log-rank, 'time,event,group 4,1,1 6,1,1 8,0,1 8,1,1 12,1,1 13,0,1 5,1,2 7,0,2 7,1,2 9,1,2 10,1,2', statistic, 0.51678318
          """)
  void everyMethodAnswersByItsName(String method, String table, String field, double expected)
      throws IOException {
    JsonNode answer = json(method, table);
    assertThat(answer.get(field).asDouble()).isCloseTo(expected, within(Math.abs(expected) * 1e-7));
    assertThat(answer.get("n").asInt()).isPositive();
    assertThat(answer.get("method").asString()).isEqualTo(method);
    assertThat(answer.get("assumptions").size()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Remark.Topic.class)
  void everyRemarkHasItsSentence(Remark.Topic topic) {
    assertThat(Texts.of(Texts.Language.it).has("stats.remark." + topic.code())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Absence.class)
  void everyReasonHasItsSentence(Absence absence) {
    assertThat(Texts.of(Texts.Language.it).has("stats.absence." + absence.code())).isTrue();
  }

  @Test
  void adjustedProbabilitiesKeepTheirPlaces() throws IOException {
    JsonNode answer = json("holm", "p,note 0.01,a NA,b 0.04,c 0.03,d");
    assertThat(answer.get("adjusted").toString()).isEqualTo("[0.03,null,0.06,0.06]");
    assertThat(json("benjamini-hochberg", "p,note 0.01,a 0.04,b").get("adjusted").toString())
        .isEqualTo("[0.02,0.04]");
  }

  @Test
  void missingCellsAreCountedByReason() throws IOException {
    JsonNode answer = json("pearson", "x,y 1,2 2,4 NR,5 3,NA 4,9 ,7 unknown,1");
    assertThat(answer.get("n").asInt()).isEqualTo(3);
    assertThat(answer.get("n_dropped").asInt()).isEqualTo(4);
    assertThat(answer.get("missing").toString())
        .contains("{\"column\":\"x\",\"reason\":\"NR\",\"count\":1}")
        .contains("{\"column\":\"y\",\"reason\":\"NA\",\"count\":1}")
        .contains("\"empty\"");
  }

  @Test
  void aGroupOfMissingValuesIsAnEmptyGroup() throws IOException {
    JsonNode answer = json("wilcoxon-rank-sum", "value,group 1,a 2,a NA,b");
    assertThat(answer.get("p").isNull()).isTrue();
    assertThat(answer.get("p_reason").asString()).isEqualTo("empty-group");
    assertThat(answer.get("reasons").get("empty-group").asString()).contains("no value");
    assertThat(answer.get("groups").get(1).toString()).isEqualTo("{\"group\":\"b\",\"n\":0}");
  }

  @Test
  void limitsAreRankedWhereTheOrderIsCertain() throws IOException {
    String table = "value,group <30,a 30,a 35,a >4000,b 50,b 4000,b";
    assertThat(json("wilcoxon-rank-sum", table).get("p").asDouble()).isCloseTo(0.1, within(1e-12));
    Run uncertain = run("wilcoxon-rank-sum", "value,group <30,a 20,a 35,b");
    assertThat(uncertain.code()).isEqualTo(1);
    assertThat(uncertain.err()).contains("line 2", "column value", "<30", "20");
    Run mean = run("describe", "value,note 3,a <30,b");
    assertThat(mean.code()).isEqualTo(1);
    assertThat(mean.err()).contains("line 3", "column value", "<30", "its size");
  }

  @Test
  void anInfiniteLimitIsWrittenAsSuch() throws IOException {
    JsonNode answer = json("hodges-lehmann", "x,y 3,1 5,2 4,4");
    assertThat(answer.get("lower").asString()).isEqualTo("-Infinity");
    assertThat(answer.get("assumption_codes").toString()).contains("level-not-attainable");
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    String table = "x,y 1,2 2,1 3,5 4,4 5,7 6,6 7,9";
    Run first = run("pearson", table, "--permutations", "5000", "--seed", "4");
    assertThat(run("pearson", table, "--permutations", "5000", "--seed", "4")).isEqualTo(first);
    assertThat(run("pearson", table, "--permutations", "5000", "--seed", "5")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          describe,      a 1,                    a number,                   'expected the columns of describe: value[,group]'
          binomial,      'events,total 5,3',      'line 2, column events',    no more events than the total of 3
          binomial,      'events,total 1.5,3',    'line 2, column events',    a whole number
          kaplan-meier,  'time,event -1,1',       'line 2, column time',      0 or more
          kaplan-meier,  'time,event 3,2',        'line 2, column event',     1 for seen or 0 for censored
          holm,          'p,note 1.2,a',          'line 2, column p',         'a probability in [0, 1]'
          sign,          'x,note abc,a',          'line 2, column x',         a number
          hodges-lehmann,'value,group 1,a 2,b 3,c', 'column group',           two groups
          mcnemar,       'a,b 1,2 2,3',           'column a',                 two levels
          """)
  void wrongContentIsNamedWithItsPlace(String method, String table, String place, String expected)
      throws IOException {
    Run run = run(method, table);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(expected);
    if (place.contains("column")) {
      assertThat(run.err()).contains(place);
    }
  }

  @Test
  void optionsThatExcludeEachOtherAreRefused() throws IOException {
    Run run = run("sign", "x,note 1,a", "--exact", "--asymptotic");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("exclude each other");
    assertThat(run("binomial", "events,total 1,2", "--null", "2").err()).contains("in [0, 1]");
  }

  @Test
  void describesByGroupWithMissingValuesOfEach() throws IOException {
    JsonNode answer =
        json("describe", "value,group 1,a 3,a NR,a 8,b 2,b 5,b", "--quartiles", "type-6");
    JsonNode groups = Objects.requireNonNull(answer.get("groups"));
    assertThat(answer.get("mean").asDouble()).isEqualTo(3.8);
    assertThat(groups.get(0).get("missing").toString()).isEqualTo("{\"NR\":1}");
    assertThat(groups.get(0).get("n").asInt()).isEqualTo(2);
    assertThat(groups.get(1).get("q1").asDouble()).isEqualTo(2);
  }

  @Test
  void textAndCsvTellTheSame() throws IOException {
    String table = "events,total 3,10";
    assertThat(run("binomial", table).out()).contains("p", "0.3438", "clopper-pearson");
    assertThat(run("binomial", table, "--format", "csv").out()).contains("p,0.34375");
    assertThat(run("binomial", table, "--lang", "it").out()).contains("Che cosa", "Intervallo");
    assertThat(run("binomial", table, "--interval", "blaker").out()).contains("blaker");
  }
}
