package org.myocohort.app.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class ClassifyCommandTest {
  private static final Path LETTER = Project.example("anakinra-antisynthetase");
  private static final String HEADER =
      "id,cohort,source,sex,age_years,manifestations,antibody,acute_phase_reactants_and_ferritin,"
          + "prior_treatments,anakinra_mg_per_day,concomitant_treatments,reported_response\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void sixOfTheLettersPatientsMeetItsDefinitionAndZongsIsUndetermined() {
    List<String> lines = CommandRun.of("classify", LETTER, "--format", "csv").lines();
    assertThat(lines.getFirst()).startsWith("patient,criteria,result,");
    assertThat(lines).hasSize(1 + 7 * 8);
    for (String patient : List.of("P1", "P2", "P3", "L1", "L3", "L4")) {
      assertThat(lines).anyMatch(line -> line.startsWith(patient + ",letter,met,"));
    }
    assertThat(lines).anyMatch(line -> line.startsWith("L2,letter,undetermined,"));
    assertThat(lines)
        .filteredOn(line -> line.contains(",acr-eular-as,"))
        .allMatch(line -> line.contains(",acr-eular-as,not available,"));
  }

  @Test
  void theFlatFileAnswersAsTheStudyDoes() {
    assertThat(CommandRun.of("classify", LETTER.resolve("patients.csv"), "--format", "csv").out())
        .isEqualTo(CommandRun.of("classify", LETTER, "--format", "csv").out());
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # instruments.md 3.1: false wins in AND
          negative  | NR                          | letter       | not met
          anti-Jo1  | fever;rash                  | letter       | not met
          anti-Jo1  | NR                          | letter       | undetermined
          NR        | arthritis;ILD               | letter       | undetermined
          NR        | arthritis                   | letter       | not met
          anti-SRP  | arthritis;ILD;myositis      | letter       | not met
          anti-PL-7 | ILD;Raynaud                 | letter       | met
          # 3.2: myositis is not in the list
          anti-Jo-1 | myositis                    | connors-2010 | not met
          anti-Jo-1 | fever                       | connors-2010 | met
          # 3.3
          anti-Jo-1 | ILD;myositis                | solomon-2011 | met
          anti-Jo-1 | ILD;arthritis               | solomon-2011 | not met
          anti-Jo-1 | ILD;arthritis;Raynaud       | solomon-2011 | met
          # 3.4
          anti-EJ   | ILD                         | lega-2015    | met
          anti-EJ   | Raynaud;fever               | lega-2015    | met
          anti-EJ   | Raynaud                     | lega-2015    | not met
          # arthralgia may be the symmetrical inflammatory kind
          anti-EJ   | arthralgia                  | lega-2015    | undetermined
          # 3.5
          anti-OJ   | myositis                    | enmc-2023    | met
          anti-OJ   | fever                       | enmc-2023    | not met
          """)
  void aPublishedRowIsClassified(
      String antibody, String manifestations, String criteria, String result) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("patients.csv"),
            HEADER
                + "X1,literature,Test,female,60,"
                + manifestations
                + ","
                + antibody
                + ",NR,NR,NR,NR,NR\n");
    CommandRun run = CommandRun.of("classify", file, "--format", "csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("X1," + criteria + "," + result + ","));
  }

  @Test
  void anUnknownWordIsRefusedWithTheNearestKnownOne() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("patients.csv"),
            HEADER + "X1,literature,Test,female,60,artritis;ILD,anti-Jo1,NR,NR,NR,NR,NR\n");
    CommandRun run = CommandRun.of("classify", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("line 2, column manifestations", "artritis", "arthritis");
  }
}
