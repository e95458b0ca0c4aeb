package org.myocohort.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;

/// Sets that are not kept here for their licence or size: run with `-Devidence.data=FOLDER`.
@EnabledIfSystemProperty(named = "evidence.data", matches = ".+")
class SharedSetsTest {
  private static List<BibliographicRecord> read(String file) throws IOException {
    Path path = Path.of(System.getProperty("evidence.data", "")).resolve(file);
    List<BibliographicRecord> records = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(path);
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      RecordFiles.read(file, in, records::add);
    }
    return records;
  }

  @ParameterizedTest
  @CsvSource({
    "formats/ris/asysd_scopus.ris, 10",
    "formats/ris/scopus.ris.gz, 6",
    "formats/wos/asysd_wos.ris.gz, 50",
    "formats/pubmed-xml/MedlineImporterTestArticleItalics.xml, 1",
    "formats/same-library/zotero_same_library.ris.gz, 1000",
    "formats/same-library/zotero_same_library.bib.gz, 1000",
    "formats/same-library/zotero_same_library.csv.gz, 1233",
    "formats/same-library/zotero_same_library.xml.gz, 1233",
    "dedup/tafenoquine_endnote.xml.gz, 179",
    "dedup/haematology_records_pre_merged.csv.gz, 1415",
    "dedup/respiratory_records_pre_merged.csv.gz, 1988",
    "dedup/digital_work_records_pre_merged.csv.gz, 7159",
    "dedup/special_cases_records_pre_merged.csv.gz, 12",
    "search/citesource_stage/wos_278.ris.gz, 278",
    "search/citesource_stage/medline_84.ris.gz, 84",
    "search/citesource_stage/econlit_3.ris.gz, 3",
    "search/citesource_stage/Dimensions_246.ris.gz, 246",
    "search/citesource_stage/lens_343.ris.gz, 343",
    "search/citesource_stage/envindex_100.ris.gz, 100",
    "search/citesource_benchmark/search5_495.ris.gz, 495"
  })
  void noRecordIsLost(String file, int records) throws IOException {
    assertThat(read(file)).hasSize(records);
  }

  @Test
  void oneLibraryIsTheSameInTwoFormats() throws IOException {
    assertThat(titlesAndNames("ris.gz")).isEqualTo(titlesAndNames("bib.gz"));
    assertThat(titlesAndNames("csv.gz")).isEqualTo(titlesAndNames("xml.gz"));
  }

  private static List<String> titlesAndNames(String ending) throws IOException {
    return read("formats/same-library/zotero_same_library." + ending).stream()
        .map(record ->
            String.valueOf(record.title()).replaceAll("[^\\p{L}\\p{N}]", "")
                + record.identifier(IdentifierKind.DOI)
                + record.year()
                + record.authors().size()
                + record.volume())
        .sorted()
        .toList();
  }
}
