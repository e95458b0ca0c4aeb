package org.myocohort.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class TransferCommandsTest {
  @TempDir Path folder;

  private CommandRun run(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data");
    return CommandRun.of(all);
  }

  @Test
  void aStudyGoesInAndOutAndIsReportedOn() throws IOException {
    Path example = Project.example("synthetic-centre");
    CommandRun dry = run("import", example, "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.err()).contains("12094 rows: new", "nothing was written");
    CommandRun done = run("import", example);
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Import 1 into synthetic-centre stands");
    assertThat(run("import", example).err()).contains("Nothing to change");

    Path out = folder.resolve("out");
    CommandRun export =
        run("export", "synthetic-centre", "-o", out, "--consent", "all", "--reason", "moving");
    assertThat(export.exitCode()).as(export.err()).isZero();
    CommandRun report = CommandRun.of("report", out, "-o", folder.resolve("report"));
    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(folder.resolve("report").resolve("results.json")).exists();

    CommandRun unsure =
        run("export", "synthetic-centre", "-o", folder.resolve("d"), "--deidentified");
    assertThat(unsure.exitCode()).isEqualTo(1);
    assertThat(unsure.err()).contains("unique by nature", "--unique-confirmed");
    assertThat(folder.resolve("d")).doesNotExist();

    CommandRun undone = run("import", "--undo", 1);
    assertThat(undone.exitCode()).as(undone.err()).isZero();
    assertThat(undone.err()).contains("12094 rows removed", "60 patients gone");
    assertThat(run("import", "--undo", 1).exitCode()).isEqualTo(2);
  }

  @Test
  void wrongRowsAreNamedAndNothingIsImportedUnlessAskedFor() throws IOException {
    run("import", Project.example("anakinra-antisynthetase"));
    Path file = folder.resolve("visite.csv");
    Files.writeString(
        file,
        """
        Paziente;Data visita;MMT8;MMT max;HAQ
        P1;10/01/2026;70;80;1,5
        P1;13/04/2026;92;80;0,5
        P9;13/05/2026;78;80;0,25
        """);
    CommandRun nowhere = run("import", file, "--study", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err())
        .contains("there is no study nowhere; the registry has: anakinra-antisynthetase");
    CommandRun refused = run("import", file, "--study", "anakinra-antisynthetase");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("MMT8", "92", "P9");
    assertThat(refused.err()).contains("2 rows cannot be imported");
    CommandRun italian =
        run("import", file, "--study", "anakinra-antisynthetase", "--good-rows", "--lang", "it");
    assertThat(italian.exitCode()).isEqualTo(1);
    assertThat(italian.err()).contains("è fatta");
    assertThat(run("import", file).exitCode()).isEqualTo(2);
  }
}
