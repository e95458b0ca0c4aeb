package org.myocohort.app.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.MeasuredDrug;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_OUT)
class AssayCommandsTest {
  private static final Path EXAMPLE = Project.example("synthetic-il1ra");
  private static final Path RAW = EXAMPLE.resolve("raw");

  @TempDir Path out = Path.of("");

  private static CommandRun run(Object... arguments) {
    return CommandRun.of(arguments);
  }

  @Test
  void theExampleInTheRepositoryIsWhatItsCommandWrites() throws IOException {
    Path made = out.resolve("study");
    assertThat(run("simulate", "--design", "laboratory", "--seed", 7, "-o", made).exitCode())
        .isEqualTo(ExitCode.ANSWERED);
    List<String> files = files(EXAMPLE);
    assertThat(files(made)).isEqualTo(files);
    for (String file : files) {
      assertThat(made.resolve(file)).hasSameBinaryContentAs(EXAMPLE.resolve(file));
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /// The commands of docs/assays.md, with the output folders elsewhere.
  @Test
  void theDocumentedCommandsMakeTheStudysBiomarkersByteForByte() throws IOException {
    List<String> commands =
        Files.readAllLines(Project.root().resolve("docs/assays.md")).stream()
            .filter(line -> line.startsWith("    ./myocohort "))
            .map(line -> line.strip().substring("./myocohort ".length()))
            .toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
    for (String command : commands) {
      Object[] arguments =
          Arrays.stream(command.split(" +", -1))
              .map(word ->
                  word.startsWith("examples/") ? Project.root().resolve(word).toString() : word)
              .map(word -> word.startsWith("out/") ? this.out.resolve(word).toString() : word)
              .toArray();
      assertThat(run(arguments).exitCode()).as(command).isEqualTo(ExitCode.ANSWERED);
    }
    List<String> lines = new ArrayList<>(lines("out/elisa/concentrations.csv"));
    lines.addAll(
        lines("out/memory/biomarkers.csv").subList(1, lines("out/memory/biomarkers.csv").size()));
    lines.addAll(
        lines("out/cytokines/biomarkers.csv")
            .subList(1, lines("out/cytokines/biomarkers.csv").size()));
    assertThat(EXAMPLE.resolve("biomarkers.csv")).hasContent(String.join("\n", lines) + "\n");
    assertThat(Set.copyOf(lines("out/grid/concentrations.csv")))
        .isEqualTo(Set.copyOf(lines("out/elisa/concentrations.csv")));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(out.resolve(file));
  }

  @Test
  void theStudyIsReadAndTellsWhichValuesAreTheDrug() throws IOException, BadInputException {
    List<PatientRecord> patients = StudyFolder.read(EXAMPLE).study().patients();
    assertThat(patients).hasSize(15);
    int exposed = 0;
    int sera = 0;
    for (PatientRecord patient : patients) {
      for (Biomarker biomarker : patient.biomarkers()) {
        if (biomarker.marker().equals("IL-1Ra")) {
          sera++;
          Truth taken = MeasuredDrug.taken(biomarker, patient.treatments());
          assertThat(taken).isNotEqualTo(Truth.UNKNOWN);
          exposed += taken == Truth.TRUE ? 1 : 0;
        }
      }
    }
    assertThat(sera).isEqualTo(28);
    assertThat(exposed).isEqualTo(10);
    assertThat(
            patients.stream()
                .flatMap(patient -> patient.biomarkers().stream())
                .filter(biomarker -> biomarker.value() instanceof Value.Below))
        .hasSize(1);
  }

  /// Seven of fifteen, and three of the six whose cells were seen at month 6.
  @Test
  void theDesignIsThatOfTheAbstract() throws IOException {
    Set<String> responders =
        run("response", EXAMPLE, "--format", "csv").lines().stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(cells -> !cells[3].equals("none"))
            .map(cells -> cells[0])
            .collect(Collectors.toSet());
    assertThat(responders).hasSize(7);
    List<String> cells =
        Files.readAllLines(EXAMPLE.resolve("biomarkers.csv")).stream()
            .filter(line -> line.contains(",CD4/CD45RO,"))
            .toList();
    List<String> later = cells.stream().filter(line -> line.contains("month 6")).toList();
    assertThat(cells).hasSize(14);
    assertThat(later).hasSize(6);
    assertThat(later.stream().filter(line -> responders.contains(line.split(",", -1)[1])))
        .hasSize(3);
    assertThat(run("check", EXAMPLE).exitCode()).isEqualTo(ExitCode.ANSWERED);
  }

  @Test
  void aPlateIsAlsoGivenAsJsonAndInItalian() {
    CommandRun json = run("elisa", RAW.resolve("plate-il1ra.csv"), "--format", "json");
    JsonNode root = JsonMapper.shared().readTree(json.out());
    assertThat(root.path("curve").path("model").asString()).isEqualTo("4pl");
    assertThat(root.path("range").path("low").decimalValue()).isEqualByComparingTo("31.25");
    assertThat(root.path("samples")).hasSize(30);
    CommandRun italian = run("elisa", RAW.resolve("plate-il1ra.csv"), "--lang", "it");
    assertThat(italian.out()).contains("esposizione, non risposta", "recupero %");
  }

  @Test
  void twoRunsWriteTheSameBytesAndThePageHoldsTheFigure() throws IOException {
    for (String name : List.of("one", "two")) {
      run("elisa", RAW.resolve("plate-il1ra.csv"), "-o", out.resolve(name));
    }
    assertThat(files(out.resolve("one")))
        .containsExactly(
            "concentrations.csv", "curve.svg", "elisa.html", "quality.csv", "results.json");
    for (String file : files(out.resolve("one"))) {
      assertThat(out.resolve("one").resolve(file))
          .hasSameBinaryContentAs(out.resolve("two").resolve(file));
    }
    String page = Files.readString(out.resolve("one/elisa.html"));
    assertThat(page).contains("<svg", "data-row=\"samples/SYN04-M0/2\"", "&lt;62.5");
    assertThat(page).contains("class=\"stamp\">Synthetic data");
    assertThat(Files.readString(out.resolve("one/curve.svg"))).contains(">Synthetic data<");
  }

  @Test
  void aPlateThatIsWrongLeavesNothingBehind() throws IOException {
    Path plate = out.resolve("plate.csv");
    String text = Files.readString(RAW.resolve("plate-il1ra.csv"));
    Files.writeString(plate, text.replace("B3,control", "B3,contrl"));
    CommandRun failed = run("elisa", plate, "-o", out.resolve("result"));
    assertThat(failed.exitCode()).isEqualTo(ExitCode.FOUND);
    assertThat(failed.err())
        .contains(
            "line 21, column kind: found \"contrl\", expected standard, sample, blank or control");
    assertThat(out.resolve("result")).doesNotExist();
    Files.writeString(plate, text.replaceAll("(?m)^([A-H][12],standard,[^\n]*,,)[0-9.]+", "$10.5"));
    CommandRun flat = run("elisa", plate, "-o", out.resolve("result"));
    assertThat(flat.exitCode()).isEqualTo(ExitCode.FOUND);
    assertThat(flat.err()).contains("no curve, so no concentrations");
    assertThat(out.resolve("result")).doesNotExist();
    assertThat(run("elisa", out.resolve("none.csv")).exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--model=6pl", "--weights=2/y", "--recovery=90", "--cv=0"})
  void anOptionThatIsWrongSaysWhatWasExpected(String option) {
    CommandRun failed = run("elisa", RAW.resolve("plate-il1ra.csv"), option);
    assertThat(failed.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failed.err()).contains(option.substring(0, option.indexOf('=')), "but was");
  }

  @Test
  void aShareThatContradictsItsCountsIsRefused() throws IOException {
    Path table = out.resolve("flow.csv");
    Files.writeString(
        table, Files.readString(RAW.resolve("flow-memory.csv")).replace(",47.3,", ",74.3,"));
    CommandRun failed =
        run(
            "cytometry",
            table,
            "--samples",
            RAW.resolve("flow-samples.csv"),
            "-o",
            out.resolve("r"));
    assertThat(failed.exitCode()).isEqualTo(ExitCode.FOUND);
    assertThat(failed.err()).contains("line 3", "74.3", "47.34 %");
    assertThat(out.resolve("r")).doesNotExist();
  }
}
