package org.myocohort.app.patient;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// A patient typed as the tables of a study folder, one string a table with its head.
final class RecordOf {
  private final Map<String, CsvFile> tables = new LinkedHashMap<>();
  private @Nullable String index;

  RecordOf() throws BadInputException {
    with("patients", "id,sex,diagnosis", "P1,female,2024-11-01");
  }

  RecordOf with(String table, String... lines) throws BadInputException {
    String csv = String.join("\n", lines) + "\n";
    tables.put(table, CsvFile.parse(csv.getBytes(StandardCharsets.UTF_8), table + ".csv"));
    return this;
  }

  RecordOf withIndex(String drug) {
    index = drug;
    return this;
  }

  PatientResults results() throws BadInputException {
    Study study =
        StudyFolder.of(
                new StudyWriter.Description(
                    "study", "Study", false, new StudySettings(index, 90, null), null),
                tables)
            .study();
    return PatientResults.of(study.patients().getFirst(), study.settings());
  }
}
