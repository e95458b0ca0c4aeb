package org.myocohort.app.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class CohortCommandTest {
  private static final String DAY = "2026-11-22";
  private static final Path CENTRE = Project.example("synthetic-centre");
  private static final Path ANAKINRA = Project.example("cohorts").resolve("anakinra.yaml");

  @TempDir private Path folder;

  @Test
  void eachStepTakesNobodyInWhoDidNotComeToIt() {
    List<String> lines =
        CommandRun.of("cohort", CENTRE, "--define", ANAKINRA, "--on", DAY, "--format", "csv")
            .lines();

    assertThat(lines.getFirst())
        .isEqualTo(
            "step,name,demand,came,met,not_met,undetermined,remaining,not_met_patients,"
                + "undetermined_patients,remaining_patients");
    assertThat(lines).hasSize(7);
    String before = "60";
    for (String line : lines.subList(1, lines.size())) {
      List<String> numbers =
          List.of(line.replaceAll("\"[^\"]*\"", "").split(",", -1)).subList(3, 8);
      assertThat(numbers.get(0)).as(line).isEqualTo(before);
      int came = Integer.parseInt(numbers.get(0));
      assertThat(
              Integer.parseInt(numbers.get(1))
                  + Integer.parseInt(numbers.get(2))
                  + Integer.parseInt(numbers.get(3)))
          .as(line)
          .isEqualTo(came);
      before = numbers.get(4);
    }
  }

  @Test
  void theLettersPatientsAreThoseOfItsDefinition() {
    CommandRun run =
        CommandRun.of(
            "cohort",
            Project.example("anakinra-antisynthetase"),
            "--define",
            Project.example("cohorts").resolve("letter.yaml"),
            "--patients",
            "--on",
            DAY);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Patients of the letter: patients of the study with ")
        .contains("P1", "[patients/P1/anakinra_mg_per_day]");
  }

  @Test
  void aDefinitionIsKeptWithItsStudyAndFoundByName() throws IOException {
    Path study = folder.resolve("study");
    Files.createDirectory(study);
    Files.writeString(study.resolve("patients.csv"), "id,sex\nA,female\nB,male\n");
    Path men = folder.resolve("men.yaml");
    Files.writeString(men, "cohort: Men\nsteps:\n  - step: Men\n    rule: {sex: male}\n");

    CommandRun kept = CommandRun.of("cohort", study, "--define", men, "--keep", "men", "--on", DAY);
    assertThat(kept.exitCode()).isZero();
    assertThat(study.resolve("cohorts/men.yaml")).hasSameBinaryContentAs(men);
    assertThat(CommandRun.of("cohort", study, "--define", "men", "--on", DAY).out())
        .isEqualTo(kept.out());
    assertThat(CommandRun.of("cohort", study, "--format", "csv", "--on", DAY).lines())
        .containsExactly("cohort,title,patients,members", "men,Men,2,1");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, "cohort: Men\nsteps:\n  - step: Men\n    rule: {sexx: male}\n");
    CommandRun run =
        CommandRun.of("cohort", CENTRE, "--define", wrong, "--keep", "wrong", "--on", DAY);
    assertThat(run.exitCode()).isOne();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrong.yaml", "4", "sexx", "expected exactly one of");
    assertThat(CENTRE.resolve("cohorts")).doesNotExist();

    CommandRun none = CommandRun.of("cohort", CENTRE, "--define", "nothing");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("--define nothing: no such file");
  }

  @Test
  void aDefinitionThatCannotBeReadWholeIsRefusedAndNotKept() throws IOException {
    Path study = folder.resolve("study");
    Files.createDirectory(study);
    Files.writeString(study.resolve("patients.csv"), "id,sex\nA,female\n");
    String men = "cohort: Men\nsteps:\n  - step: Men\n    rule: {sex: male}\n";
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, men + "# a remark of sixteen\n".repeat(50_000));
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, men.replace("Men", "M\u00e4nner").getBytes(StandardCharsets.ISO_8859_1));

    for (Path wrong : List.of(large, latin)) {
      CommandRun run =
          CommandRun.of("cohort", study, "--define", wrong, "--keep", "men", "--on", DAY);
      assertThat(run.exitCode()).as(wrong.toString()).isOne();
      assertThat(run.err())
          .contains(wrong + ": " + (wrong.equals(large) ? "more bytes" : "expected text in UTF-8"));
    }
    assertThat(study.resolve("cohorts")).doesNotExist();
  }
}
