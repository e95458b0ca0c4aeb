package org.myocohort.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  /// The tests run in the folder of the module.
  private static final Path EXAMPLE = Path.of("..", "examples", "synthetic-centre");

  @TempDir Path folder;

  @Test
  void theExampleInTheRepositoryIsWhatItsCommandWrites() throws IOException {
    Simulation.write(folder, 60, 7);

    for (String file : Simulation.files()) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(EXAMPLE.resolve(file));
    }
    try (var entries = Files.list(EXAMPLE)) {
      assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
          .containsExactlyInAnyOrderElementsOf(Simulation.files());
    }
  }

  @Test
  void twoRunsWriteTheSameBytesWhateverTheLocale() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Locale usual = Locale.getDefault();
    Simulation.write(first, 12, 99);
    try {
      // Digits of its own, and a decimal separator that is not a point.
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Simulation.write(second, 12, 99);
    } finally {
      Locale.setDefault(usual);
    }

    for (String file : Simulation.files()) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void anotherSeedMakesOtherPatients() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Simulation.write(first, 5, 7);
    Simulation.write(second, 5, 8);

    for (SimulatedTable table : List.of(SimulatedTable.PATIENTS, SimulatedTable.VISITS)) {
      assertThat(Files.readString(first.resolve(table.fileName())))
          .isNotEqualTo(Files.readString(second.resolve(table.fileName())));
    }
  }

  @Test
  void fivePatientsAreTheFirstFiveOfSixty() throws IOException {
    Path few = Files.createDirectory(folder.resolve("few"));
    Path many = Files.createDirectory(folder.resolve("many"));
    Simulation.write(few, 5, 7);
    Simulation.write(many, 60, 7);

    for (SimulatedTable table : SimulatedTable.all()) {
      byte[] ofFew = Files.readAllBytes(few.resolve(table.fileName()));
      byte[] ofMany = Files.readAllBytes(many.resolve(table.fileName()));
      assertThat(Arrays.copyOf(ofMany, ofFew.length)).as(table.title()).isEqualTo(ofFew);
      assertThat(ofMany.length).isGreaterThan(ofFew.length);
    }
  }

  @Test
  void everyRowIdIsUniqueInTheStudyAlsoBeyondThousandPatients() throws IOException {
    Simulation.write(folder, 1005, 3);

    Set<String> ids = new HashSet<>();
    for (SimulatedTable table : SimulatedTable.all()) {
      for (var row : WrittenTable.read(folder.resolve(table.fileName())).rows()) {
        assertThat(ids.add(WrittenTable.cell(row, "id"))).as("%s", row).isTrue();
      }
    }
    assertThat(ids).contains("SC-001", "SC-999", "SC-1000", "V-SC1000-01", "V-SC001-01");
  }

  @Test
  void theSummaryCountsTheRowsOfEveryTable() throws IOException {
    Simulation.Summary summary = Simulation.write(folder, 6, 1);

    assertThat(summary.rows().keySet())
        .containsExactlyElementsOf(
            SimulatedTable.all().stream().map(SimulatedTable::title).toList());
    for (SimulatedTable table : SimulatedTable.all()) {
      assertThat(summary.rows())
          .containsEntry(
              table.title(), WrittenTable.read(folder.resolve(table.fileName())).rows().size());
    }
    assertThat(summary.patients()).isEqualTo(6);
  }

  @Test
  void everyFileThatAPersonOpensFirstSaysSynthetic() throws IOException {
    Simulation.write(folder, 1, 7);

    assertThat(folder.resolve("README.md"))
        .content()
        .contains("Synthetic: every row was made up")
        .contains("--patients 1 --seed 7");
    assertThat(folder.resolve("datapackage.json")).content().contains("\"synthetic\" : true");
    assertThat(folder.resolve("patients.csv")).content().contains("Synthetic centre ");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100_001})
  void aNumberOfPatientsOutOfRangeIsRefused(int patients) {
    assertThatThrownBy(() -> Simulation.write(folder, patients, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("patients must be in [1, 100000] but was " + patients);
    assertThat(folder).isEmptyDirectory();
  }
}
