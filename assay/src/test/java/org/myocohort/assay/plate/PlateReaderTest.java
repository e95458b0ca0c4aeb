package org.myocohort.assay.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;

class PlateReaderTest {
  private static final Path RAW = Path.of("..", "examples", "synthetic-il1ra", "raw");
  private static final PlateNames NAMES = new PlateNames("IL-1Ra", "pg/mL", "plate-1");

  private static RawTable table(String text, Charset charset) throws BadInputException {
    return RawTable.parse(text.getBytes(charset), "plate.csv");
  }

  private static Plate read(String text, @Nullable String layout) throws BadInputException {
    return PlateReader.read(
        table(text, StandardCharsets.UTF_8),
        layout == null ? null : table(layout, StandardCharsets.UTF_8),
        null,
        NAMES,
        OptionalInt.empty());
  }

  private static List<Well> sorted(Plate plate) {
    return plate.wells().stream()
        .map(well ->
            new Well(
                well.position(),
                0,
                well.kind(),
                well.name(),
                well.kind() == WellKind.CONTROL ? null : well.concentration(),
                well.dilution(),
                well.signal(),
                well.facts()))
        .sorted(Comparator.comparing(Well::position))
        .toList();
  }

  @Test
  void aReadersGridBesideADrawnLayoutIsTheSamePlate() throws IOException, BadInputException {
    Plate rows =
        PlateReader.read(
            RawTable.read(RAW.resolve("plate-il1ra.csv"), "rows"),
            null,
            null,
            NAMES,
            OptionalInt.empty());
    Plate grid =
        PlateReader.read(
            RawTable.read(RAW.resolve("plate-il1ra-reader.txt"), "grid"),
            RawTable.read(RAW.resolve("plate-il1ra-layout.csv"), "layout"),
            SampleTable.read(RawTable.read(RAW.resolve("plate-il1ra-samples.csv"), "samples")),
            NAMES,
            OptionalInt.empty());
    // The facts of a well without a sample are empty in one and its name in the other.
    assertThat(sorted(grid).stream().filter(PlateReaderTest::isSample).toList())
        .isEqualTo(sorted(rows).stream().filter(PlateReaderTest::isSample).toList());
    assertThat(sorted(grid).stream().map(Well::signal))
        .isEqualTo(sorted(rows).stream().map(Well::signal).toList());
    assertThat(grid.wells()).hasSize(78);
  }

  private static boolean isSample(Well well) {
    return well.kind() == WellKind.SAMPLE;
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE"})
  void germanAndItalianFilesAreRead(String charset) throws BadInputException {
    String text =
        (charset.equals("UTF-16LE") ? "\uFEFF" : "")
            + """
            Lettore;piano 2 (è qui);;;

            Pozzetto;Tipo;Nome;Conc (pg/mL);OD 450
            A01;STD;;1.000;2,531
            B01;Unk;Süß;;0,25
            C01;BLK;;;0,06
            """;
    Plate plate =
        PlateReader.read(
            table(
                text.replace("1.000", "1000").replace("OD 450", "OD450"), Charset.forName(charset)),
            null,
            null,
            NAMES,
            OptionalInt.empty());
    assertThat(plate.wells()).extracting(Well::position).containsExactly("A1", "B1", "C1");
    assertThat(plate.wells().getFirst().concentration()).isEqualTo(new BigDecimal("1000"));
    assertThat(plate.wells().get(1).name()).isEqualTo("Süß");
    assertThat(plate.wells().get(1).signal()).isEqualTo(new Signal.Read(0.25));
  }

  @Test
  void aGridUnderATemperatureHasRowsWithoutLetters() throws BadInputException {
    String reader =
        "Plate:\tPlate1\t1.3\n\tTemperature(¡C)\t1\t2\t3\t4\n\t23.4\t0.1\t0.2\t0.3\t0.4\n\t\t1.1\t1.2\t1.3\t\n~End\n";
    String layout = ",1,2,3,4\nA,std 5,std 10,S1,S1 x10\nB,blank,qc high,unk Z,\n";
    Plate plate = read(reader, layout);
    assertThat(plate.wells())
        .extracting(Well::position)
        .containsExactly("A1", "A2", "A3", "A4", "B1", "B2", "B3");
    assertThat(plate.wells().get(3).dilution()).isEqualTo(new BigDecimal("10"));
    assertThat(plate.wells().get(5).kind()).isEqualTo(WellKind.CONTROL);
    assertThat(plate.wells().get(6).name()).isEqualTo("Z");
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Z1,standard,,5,,0.1    | 2 | well          | plate-well
          A1,standart,,5,,0.1    | 2 | kind          | plate-kind
          A1,standard,,,,0.1     | 2 | concentration | plate-concentration
          A1,standard,,-5,,0.1   | 2 | concentration | plate-concentration
          A1,sample,,,,0.1       | 2 | name          | value-expected
          A1,sample,s,,0.5,0.1   | 2 | dilution      | plate-dilution
          A1,sample,s,,1,1;2     | 2 | signal        | plate-signal
          A1,sample,s,,1,0.1     | 0 |               | plate-no-standard
          """)
  void aWrongRowIsNamedByLineAndField(String row, int line, String field, String code) {
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () -> read("well,kind,name,concentration,dilution,signal\n" + row + "\n", null));
    assertThat(failure.problems().getFirst().line()).isEqualTo(line);
    assertThat(failure.problems().getFirst().column()).isEqualTo(field == null ? "" : field);
    assertThat(failure.problems().getFirst().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,1,2,3@A,0.1,0.2,0.3                 | plate-layout-needed |
          no plate at all,x                    | plate-form          |
          ,1,2,3@A,0.1,0.2,0.3@,1,2,3@A,1,1,1  | plate-several-grids | ,1,2,3@A,std 1,s,s
          ,1,2,3@A,0.1,0.2,0.3                 | plate-standard-cell | ,1,2,3@A,STD1,s,s
          ,1,2,3@A,0.1,0.2,0.3                 | plate-no-signal     | ,1,2,3@A,std 1,s,s@B,s,s,s
          ,1,2,3@A,0.1,x,0.3                   | plate-signal        | ,1,2,3@A,std 1,s,s
          """)
  void aWrongGridIsNamed(String signals, String code, @Nullable String layout) {
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                read(
                    signals.replace('@', '\n'), layout == null ? null : layout.replace('@', '\n')));
    assertThat(failure.problems().getFirst().code()).isEqualTo(code);
  }

  @Test
  void aWellStandsOnceAndANameMeansOneSample() {
    String text = "well,kind,name,concentration,signal,patient\nA1,std,,5,0.1,\nA1,std,,6,0.1,\n";
    BadInputException twice = catchThrowableOfType(BadInputException.class, () -> read(text, null));
    assertThat(twice.problems().getFirst().code()).isEqualTo("plate-well-twice");
    assertThat(twice.problems().getFirst().values()).containsExactly("2");
    String other =
        "well,kind,name,concentration,signal,patient\nA1,std,,5,0.1,\nB1,unk,s,,1,P1\nB2,unk,s,,1,P2\n";
    BadInputException differs =
        catchThrowableOfType(BadInputException.class, () -> read(other, null));
    assertThat(differs.problems().getFirst().code()).isEqualTo("plate-sample-differs");
    assertThat(differs.problems().getFirst().column()).isEqualTo("B2");
  }
}
