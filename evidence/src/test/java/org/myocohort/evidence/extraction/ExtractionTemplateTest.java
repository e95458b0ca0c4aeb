package org.myocohort.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.exchange.csv.BadInputException;

class ExtractionTemplateTest {
  @TempDir Path directory;

  @Test
  void aNewFolderHoldsEveryTableAndALineForEachReport() throws Exception {
    Path folder = directory.resolve("extraction/anna");

    ExtractionTemplate.write(
        folder,
        "Anakinra",
        List.of(new ReportLine("1-1", "Rossi, \"a case\""), new ReportLine("1-17", "")));

    Extraction extraction = ExtractionFolder.read(folder).extraction();
    assertThat(extraction.reports())
        .extracting(ExtractedReport::id, ExtractedReport::citation)
        .containsExactly(tuple("1-1", "Rossi, \"a case\""), tuple("1-17", ""));
    assertThat(Files.readString(folder.resolve("patients.csv")))
        .startsWith("id,cohort,report,source,")
        .doesNotContain("consent");
    assertThat(Files.readString(folder.resolve("appraisal.csv")))
        .isEqualTo("report,checklist,item,answer,comment\n");
    assertThat(folder.resolve("datapackage.json")).exists();
    assertThat(folder.resolve("treatments.csv")).exists();
  }

  @Test
  void aFolderThatIsThereIsNotTouched() throws Exception {
    Path folder = Written.in(directory.resolve("anna")).folder();

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> ExtractionTemplate.write(folder, "t", List.of()));
    assertThat(ExtractionFolder.read(folder).extraction().reports()).hasSize(2);
  }

  @Test
  void nothingIsWrittenForAReportWithoutAName() {
    Path folder = directory.resolve("anna");

    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(
            () -> ExtractionTemplate.write(folder, "t", List.of(new ReportLine("../1", ""))));
    assertThat(directory).isEmptyDirectory();
  }
}
