package org.myocohort.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.record.BibliographicRecord;

/// Real exports. How many records each holds was counted apart from this reader: `TY`, `ER`,
/// `PMID-` and `<record>` by their lines, tables by another program.
class SampleFilesTest {
  private static final String SAMPLES = "samples.csv";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = SAMPLES, numLinesToSkip = 1)
  void noRecordIsLost(String file, RecordFormat format, int records, int withoutTitle, int problems)
      throws IOException {
    RecordFiles.Records read = RecordFiles.read(Samples.path(file));

    assertThat(read.result().format()).isEqualTo(format);
    assertThat(read.records()).hasSize(records);
    assertThat(read.result().records()).isEqualTo(records);
    assertThat(read.result().withoutTitle()).isEqualTo(withoutTitle);
    assertThat(read.result().problemCount()).isEqualTo(problems);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = SAMPLES, numLinesToSkip = 1)
  void whatWasReadIsWrittenAsItStood(String file, RecordFormat format) throws IOException {
    StringWriter out = new StringWriter();
    Optional<ExactWriter> writer = ExactWriter.to(out, format);
    if (writer.isEmpty()) {
      assertThat(format).isIn(RecordFormat.PUBMED_XML, RecordFormat.ENDNOTE_XML);
      return;
    }
    RecordFiles.Records read = RecordFiles.read(Samples.path(file));
    for (BibliographicRecord record : read.records()) {
      writer.get().accept(record);
    }
    writer.get().finish();

    List<BibliographicRecord> again = Samples.read(out.toString());
    assertThat(again.stream().map(BibliographicRecord::fields))
        .isEqualTo(read.records().stream().map(BibliographicRecord::fields).toList());
    if (format == RecordFormat.RIS || format == RecordFormat.NBIB) {
      String text = Files.readString(Samples.path(file));
      assertThat(Samples.lines(out.toString())).isEqualTo(Samples.lines(text));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = SAMPLES, numLinesToSkip = 1)
  void theCommonShapeIsReadBackFromEveryFormatThatIsWritten(String file) throws IOException {
    List<BibliographicRecord> read = RecordFiles.read(Samples.path(file)).records();
    for (RecordWriter.Format format : RecordWriter.Format.values()) {
      StringWriter out = new StringWriter();
      try (RecordWriter writer = RecordWriter.to(out, format)) {
        for (BibliographicRecord record : read) {
          writer.accept(record);
        }
      }
      List<BibliographicRecord> again = Samples.read(out.toString());
      assertThat(again.stream().map(BibliographicRecord::title))
          .as("%s", format)
          .isEqualTo(read.stream().map(BibliographicRecord::title).toList());
      assertThat(again.stream().map(BibliographicRecord::year))
          .isEqualTo(read.stream().map(BibliographicRecord::year).toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = SAMPLES, numLinesToSkip = 1)
  void damageHarmsNoMoreThanTheRecordItStandsIn(String file, RecordFormat format, int records)
      throws IOException {
    byte[] whole = Files.readAllBytes(Samples.path(file));
    Random random = new Random(20261122);
    for (int i = 0; i < 12; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] = (byte) random.nextInt(256);
      assertThat(count(damaged)).as("%s, byte %d", file, at).isGreaterThanOrEqualTo(records - 1);
      byte[] cut = Arrays.copyOf(whole, at);
      assertThat(count(cut)).as("%s, cut at %d", file, at).isLessThanOrEqualTo(records + 1);
    }
  }

  private static int count(byte[] bytes) throws IOException {
    List<BibliographicRecord> read = new ArrayList<>();
    try {
      RecordFiles.read("x", new ByteArrayInputStream(bytes), read::add);
    } catch (NoRecordsException nothing) {
      return 0;
    }
    return read.size();
  }

  @ParameterizedTest
  @CsvSource({"'', EMPTY", "Dear reader, UNKNOWN_FORMAT", "{\"title\": 3}, NO_RECORD"})
  void aFileWithNothingReadableInItIsAnError(String text, NoRecordsException.Reason reason) {
    assertThatThrownBy(() -> Samples.read(text))
        .isInstanceOfSatisfying(
            NoRecordsException.class, nothing -> assertThat(nothing.reason()).isEqualTo(reason));
  }

  @Test
  void oneLibraryInTwoFormatsOfOneDatabaseIsTheSame() throws IOException {
    List<BibliographicRecord> ris = RecordFiles.read(Samples.path("embase.ris")).records();
    List<BibliographicRecord> csv = RecordFiles.read(Samples.path("embase.csv")).records();
    for (int i = 0; i < ris.size(); i++) {
      BibliographicRecord one = ris.get(i);
      BibliographicRecord other = csv.get(i);
      assertThat(other.title()).isEqualTo(one.title());
      assertThat(other.authors()).isEqualTo(one.authors());
      assertThat(other.year()).isEqualTo(one.year());
      assertThat(other.journal()).isEqualTo(one.journal());
      assertThat(other.volume()).isEqualTo(one.volume());
      assertThat(other.issue()).isEqualTo(one.issue());
      assertThat(other.pages()).isEqualTo(one.pages());
      assertThat(other.abstractText()).isEqualTo(one.abstractText());
    }
  }

  @Test
  void bytesOfAnotherEncodingAreReadAndSaidOf() throws IOException {
    byte[] latin = "TY  - JOUR\nTI  - Müller\nER  - \n".getBytes(StandardCharsets.ISO_8859_1);
    List<BibliographicRecord> read = new ArrayList<>();
    ReadResult result = RecordFiles.read("x", new ByteArrayInputStream(latin), read::add);

    assertThat(read.getFirst().title()).isEqualTo("Müller");
    assertThat(result.notices())
        .containsExactly(new ReadNotice(ReadNotice.Kind.FALLBACK, "windows-1252", 1, 2));
  }

  @Test
  void textOfTwoByteUnitsIsRead() throws IOException {
    byte[] wide =
        "\uFEFFTY  - JOUR\r\nTI  - Müller\r\nER  - \r\n".getBytes(StandardCharsets.UTF_16LE);
    List<BibliographicRecord> read = new ArrayList<>();
    RecordFiles.read("x", new ByteArrayInputStream(wide), read::add);

    assertThat(read.getFirst().title()).isEqualTo("Müller");
  }
}
