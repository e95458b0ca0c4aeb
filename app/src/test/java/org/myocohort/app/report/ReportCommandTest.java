package org.myocohort.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class ReportCommandTest {
  private static final Path LETTER = Project.example("anakinra-antisynthetase");
  private static final Path CENTRE = Project.example("synthetic-centre");

  @TempDir private Path folder = Path.of("");

  private Path report(Path study, String... more) {
    Path out = folder.resolve("out");
    List<Object> arguments = new ArrayList<>(List.of("report", study, "-o", out));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return out;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walked = Files.walk(folder)) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  /// The letter's table, typed for the test from the letter, apart from the study's files.
  @Test
  void theLettersTableComesOutRowForRow() throws IOException {
    String typed;
    try (InputStream in = ReportCommandTest.class.getResourceAsStream("letter-table.csv")) {
      assertThat(in).isNotNull();
      typed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(report(LETTER).resolve("tables/cases.csv")))
        .isEqualTo(
            typed.lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + b + "\n"));
  }

  @Test
  void theFootnoteHoldsExactlyTheAbbreviationsThatTheTableUses() throws IOException {
    String page = Files.readString(report(LETTER).resolve("report.html"));
    assertThat(page)
        .contains(
            "AZA: azathioprine; CYA: cyclosporine; CYC: cyclophosphamide; GC: glucocorticoid; IFX:"
                + " infliximab; ILD: interstitial lung disease; IVIG: intravenous immunoglobulins;"
                + " MMF: mycophenolate mofetil; MTX: methotrexate; NR: not reported; RTX:"
                + " rituximab.");
  }

  /// instruments.md 12: totals of the letter's table.
  @Test
  void countsAndAgesOfTheLetterComeOut() throws IOException {
    String summary = Files.readString(report(LETTER).resolve("tables/summary.csv"));
    assertThat(summary)
        .contains("patients,male,3/7 ", "patients,female,4/7 ")
        .contains("\"median 55 (quartiles 54 to 65), mean 58.4, n = 7\"")
        .contains("antibodies,anti-Jo1,5/7 ", "antibodies,anti-PL12,2/7 ")
        .contains("manifestations,fever,5/6 ", "manifestations,ILD,5/6 ")
        .contains("manifestations,myocarditis,4/6 ", "manifestations,arthritis,4/6 ")
        .contains("manifestations,myositis,3/6 ", "manifestations,rash,4/6 ")
        .contains("manifestations,Raynaud phenomenon,1/6 ", "manifestations,mechanic's hands,0/6 ")
        .contains("criteria,Letter's definition,6/6 ")
        .contains(
            "Major response as reported (own cohort),3/3 (100.0 %; 95 % interval 29.2 to 100.0)");
  }

  @Test
  void noFigurePretendsToHaveTimeCoursesThatTheLetterGivesOnlyAsAPicture() throws IOException {
    Map<String, String> files = files(report(LETTER));
    assertThat(files.keySet()).noneMatch(file -> file.endsWith(".svg"));
    assertThat(files.get("report.html")).contains("The study holds no time course");
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    Map<String, String> first = files(report(CENTRE));
    Map<String, String> second = files(report(CENTRE));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyPageAndFigureOfAMadeUpStudySaysSo() throws IOException {
    Map<String, String> files = files(report(CENTRE));
    assertThat(files.keySet()).filteredOn(file -> file.endsWith(".svg")).hasSizeGreaterThan(50);
    assertThat(files)
        .allSatisfy((file, text) -> {
          if (file.endsWith(".html") || file.endsWith(".svg")) {
            assertThat(text).as(file).contains("Synthetic data");
          }
        });
  }

  @Test
  void pagesAskForNothingFromOutsideAndCarryNoScript() throws IOException {
    Pattern outside =
        Pattern.compile("(src|href)=\"(https?:)?//|<script|\\son[a-z]+=|@import|url\\(");
    assertThat(files(report(CENTRE)))
        .allSatisfy((file, text) -> {
          if (file.endsWith(".html")) {
            assertThat(text).as(file).doesNotContainPattern(outside);
            assertThat(text).contains("default-src 'none'; style-src 'sha256-");
          }
        });
  }

  /// Whatever a point or a number links to stands in the page that it names.
  @Test
  void everyLinkLeadsToARow() throws IOException {
    Map<String, String> files = files(report(CENTRE));
    Map<String, Set<String>> places = new TreeMap<>();
    Pattern id = Pattern.compile("\\sid=\"([^\"]+)\"");
    files.forEach((file, text) -> {
      Matcher matcher = id.matcher(text);
      Set<String> found = places.computeIfAbsent(file, _ -> new HashSet<>());
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    });
    Pattern link = Pattern.compile("href=\"([^\"]+)\"");
    int checked = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getKey().endsWith(".html")) {
        continue;
      }
      Matcher matcher = link.matcher(file.getValue());
      while (matcher.find()) {
        String[] steps = matcher.group(1).split("#", -1);
        String target =
            steps[0].isEmpty()
                ? file.getKey()
                : Path.of(file.getKey()).resolveSibling(steps[0]).normalize().toString();
        assertThat(places).as(file.getKey() + " links to " + target).containsKey(target);
        if (steps.length > 1) {
          assertThat(places.get(target))
              .as(file.getKey() + " -> " + matcher.group(1))
              .contains(steps[1]);
        }
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(5000);
  }

  @Test
  void theQuartileMethodIsNamedAndChosen() throws IOException {
    assertThat(Files.readString(report(LETTER, "--quartiles", "type-7").resolve("results.json")))
        .contains("\"quartileMethod\":\"type-7\"");
    assertThat(
            CommandRun.of("report", LETTER, "-o", folder.resolve("x"), "--quartiles", "mean")
                .exitCode())
        .isEqualTo(2);
  }

  /// A rescue never passes for a response unless it is asked for, and then it stands apart.
  @Test
  void followUpsAfterARescueAreCountedOnlyWhereAskedFor() throws IOException {
    String without = Files.readString(report(CENTRE).resolve("tables/summary.csv"));
    String with =
        Files.readString(report(CENTRE, "--include-rescued").resolve("tables/summary.csv"));
    assertThat(without).contains("\nresponse,").doesNotContain("response-any,");
    assertThat(with).contains("\nresponse-any,Major response at the latest follow-up,");
    assertThat(with.lines().filter(line -> !line.startsWith("response-any,")))
        .containsExactlyElementsOf(without.lines().toList());
  }

  @Test
  void italianPagesSpeakItalian() throws IOException {
    String page = Files.readString(report(LETTER, "--lang", "it").resolve("report.html"));
    assertThat(page).contains("<html lang=\"it\">").contains("dispositivo medico");
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("thesis.txt"), "mine");
    CommandRun run = CommandRun.of("report", LETTER, "-o", out);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("holds thesis.txt, which was put there or changed");
    assertThat(files(folder)).containsOnlyKeys("out/thesis.txt");
  }

  @Test
  void nothingIsWrittenWhereTheStudyIsWrong() throws IOException {
    Path study = Files.createDirectories(folder.resolve("study"));
    Files.writeString(study.resolve("patients.csv"), "id,cohort,antibody\nP1,own,anti-Jo99\n");
    CommandRun run = CommandRun.of("report", study, "-o", folder.resolve("out"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("patients.csv, line 2, column antibody: found \"anti-Jo99\"");
    assertThat(files(folder)).containsOnlyKeys("study/patients.csv");
    assertThat(
            CommandRun.of("report", folder.resolve("none"), "-o", folder.resolve("out")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void aPseudonymThatNoFileSystemTakesGetsASafeName() {
    assertThat(ReportFiles.fileName("SC-001")).isEqualTo("SC-001");
    assertThat(ReportFiles.fileName("../a b")).matches("[A-Za-z0-9_-]+");
    assertThat(ReportFiles.fileName("a b")).isNotEqualTo(ReportFiles.fileName("a_b"));
  }
}
