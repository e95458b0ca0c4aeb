package org.myocohort.app.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.CommandRun;

class ResponseCommandTest {
  private static final String HEADER =
      "patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq,ck,ck_uln\n";
  private static final String PAIR =
      """
      A,2024-01-01,6,5,5,130,150,1.5,3000,200
      A,2024-06-01,2,3,2,145,150,0.75,300,200
      """;

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("visits.csv"), text);
  }

  @Test
  void aFollowUpIsScoredAgainstTheEarliestVisitWhateverTheOrderOfRows() throws IOException {
    List<String> rows = PAIR.lines().toList();
    CommandRun run =
        CommandRun.of(
            "response", file(HEADER + rows.get(1) + "\n" + rows.get(0) + "\n"), "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getFirst())
        .startsWith("patient,date,total,category,lower,upper,status,worsened,");
    assertThat(run.lines().get(1)).startsWith("A,2024-06-01,62.5,major,62.5,62.5,computed,,");
  }

  @Test
  void theSameAnswerComesFromSemicolonsDecimalCommasWindowsLinesAndAMark() throws IOException {
    String plain = CommandRun.of("response", file(HEADER + PAIR), "--format", "csv").out();
    String european =
        "\uFEFF"
            + (HEADER + PAIR)
                .replace(",", ";")
                .replace("1.5", "1,5")
                .replace("0.75", "0,75")
                .replace("\n", "\r\n");
    assertThat(CommandRun.of("response", file(european), "--format", "csv").out()).isEqualTo(plain);
  }

  /// A space beside a number sends a row the long way, see `PlainFollowUp`.
  @ParameterizedTest
  @CsvSource({"csv", "json", "text"})
  void theShortWayAndTheLongWayGiveTheSameBytes(String format) throws IOException {
    String rows = rowsByChance();
    String header = "id," + HEADER.replace("\n", ",ast,ast_uln\n");
    String plain = CommandRun.of("response", file(header + rows), "--format", format).out();
    String spaced = header + rows.replace(",", " , ");
    assertThat(plain).contains("/mmt_max", "partial", "computed", "not_computable");
    assertThat(plain.lines().count()).isGreaterThan(1_200);
    assertThat(CommandRun.of("response", file(spaced), "--format", format).out()).isEqualTo(plain);
  }

  /// Three visits each of 600 patients: a third complete, a third with gaps of every kind and empty
  /// visits, a third with limits too.
  private static String rowsByChance() {
    Random random = new Random(5);
    StringBuilder rows = new StringBuilder();
    int id = 0;
    for (int patient = 0; patient < 600; patient++) {
      for (int year = 2020; year < 2023; year++) {
        boolean empty = patient >= 200 && random.nextInt(30) == 0;
        rows.append("V%d,P%d,%d-02-03".formatted(++id, patient, year));
        for (String number :
            List.of(
                Integer.toString(random.nextInt(11)),
                random.nextInt(10) + ".5",
                random.nextInt(11) + ".0",
                Integer.toString(random.nextInt(81)),
                random.nextInt(20) == 0 ? "150" : "80",
                random.nextInt(3) + ".125",
                Integer.toString(random.nextInt(900)),
                random.nextInt(20) == 0 ? "199" : "200",
                Integer.toString(1 + random.nextInt(90)),
                "40.0")) {
          String other = empty ? "" : orElse(number, patient < 400, random);
          rows.append(',').append(patient < 200 ? number : other);
        }
        rows.append('\n');
      }
    }
    return rows.toString();
  }

  /// The number, a gap in its place, or a limit that it allows.
  private static String orElse(String number, boolean onlyGaps, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> List.of("NR", "nd", "n/a", "Unknown").get(random.nextInt(4));
      case 2 -> onlyGaps || number.startsWith("0") ? number : "<" + number;
      case 3 -> onlyGaps || !number.startsWith("0") ? number : ">" + number;
      default -> number;
    };
  }

  @Test
  void aMarkedBaselineLeavesEarlierVisitsBeforeIt() throws IOException {
    CommandRun run =
        CommandRun.of(
            "response",
            file(
                """
                patient,day,physician_global,baseline
                A,-30,8,
                A,0,6,1
                A,90,2,0
                """),
            "--format",
            "csv");
    assertThat(run.lines().get(1)).startsWith("A,-30,,undetermined,,,before_baseline,,");
    assertThat(run.lines().get(2)).startsWith("A,90,,undetermined,17.5,97.5,partial,,");
  }

  @Test
  void aZeroNeverHidesHarm() throws IOException {
    CommandRun run =
        CommandRun.of(
            "response",
            file(
                HEADER
                    + """
                    D,2024-01-01,5,5,4,70,80,1.0,400,200
                    D,2024-06-01,6,4.5,5,66,80,1.25,500,200
                    """),
            "--format",
            "csv");
    assertThat(run.lines().get(1))
        .startsWith(
            "D,2024-06-01,0,none,0,0,computed,physician_global;mmt;haq;enzyme;extramuscular,haq;enzyme;extramuscular,");
  }

  @Test
  void jsonHoldsTheSameColumns() throws IOException {
    CommandRun run = CommandRun.of("response", file(HEADER + PAIR), "--format", "json");
    assertThat(run.out())
        .contains("\"total\" : 62.5", "\"category\" : \"major\"", "\"worsened\" : [ ]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A,2024-01-01,6,5,5,92,80,1.5,3000,200 | line 2, column mmt: found "92", expected a number from 0 to 80
          A,2024-01-01,11,5,5,70,80,1.5,3000,200 | line 2, column physician_global: found "11", expected a number from 0 to 10
          A,2024-01-01,6,5,5,70,100,1.5,3000,200 | line 2, column mmt_max: found "100", expected one of 80, 150, 260
          A,2024-01-01,6,5,5,70,80,1.5,-3,200 | line 2, column ck: found "-3", expected a number of at least 0
          A,2024-01-01,6,5,5,70,80,1.5,3,0 | line 2, column ck_uln: found "0", expected a number more than 0
          A,01/02/2024,6,5,5,70,80,1.5,3,200 | line 2, column date: found "01/02/2024", expected a date such as 2026-11-22
          A,2024-02-30,6,5,5,70,80,1.5,3,200 | line 2, column date: found "2024-02-30", expected a date
          A,2024-01-01,six,5,5,70,80,1.5,3,200 | line 2, column physician_global: found "six", expected a number
          A,2024-01-01,6,5 | line 2: found "4", expected 10 cells as in the header
          """)
  void aWrongCellIsNamedAndNothingIsAnswered(String row, String sentence) throws IOException {
    CommandRun run = CommandRun.of("response", file(HEADER + row + "\n"), "--format", "csv");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("visits.csv, " + sentence);
  }

  @Test
  void everyProblemIsListedNotOnlyTheFirst() throws IOException {
    CommandRun run =
        CommandRun.of(
            "response",
            file(
                HEADER
                    + "A,2024-01-01,16,5,5,92,80,1.5,3000,200\n"
                    + PAIR.replace("A,2024-06-01", "A,2024-01-01")));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("line 2, column physician_global", "line 2, column mmt", "line 3, column date")
        .contains("patient A already has a visit on this date, in line 2");
  }

  @Test
  void aVisitBeforeBirthIsRefused() throws IOException {
    CommandRun run =
        CommandRun.of(
            "response",
            file("patient,date,birth_year,physician_global,baseline\nA,1969-05-01,1970,3,1\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("expected a date after the birth, 1970");
  }

  @Test
  void filesThatAreNoTableAreRefused() throws IOException {
    assertThat(CommandRun.of("response", file("")).exitCode()).isEqualTo(1);
    assertThat(CommandRun.of("response", file("a,b\n1,2\n")).err())
        .contains("column patient", "column date");
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {'P', 'K', 3, 4, 0, 1});
    CommandRun run = CommandRun.of("response", binary);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("not a text file");
    assertThat(CommandRun.of("response", folder.resolve("nothing.csv")).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("response", file("patient,date,haq\nA,2024-01-01,\"1")).err())
        .contains("expected a closing quotation mark");
  }

  @Test
  void oneEndlessLineIsRefusedWithoutReadingItAsATable() throws IOException {
    Path file = folder.resolve("long.csv");
    Files.write(file, "x".repeat(200_000_000).getBytes(StandardCharsets.US_ASCII));
    CommandRun run = CommandRun.of("response", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("the line is too long for a table, expected at most 1000000 characters");
  }

  @Test
  void wrongUsageIsOneLineAndExitCodeTwo() {
    CommandRun run = CommandRun.of("response", "x.csv", "--form", "old");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--form", "adult, juvenile-imacs or juvenile-printo");
  }
}
