package org.myocohort.app.assay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.biomarker.CsvText;
import org.myocohort.assay.cytometry.Background;
import org.myocohort.assay.cytometry.CytometryReader;
import org.myocohort.assay.cytometry.CytometryRows;
import org.myocohort.assay.cytometry.CytometryTable;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Turns a table of flow cytometry into rows of the study's biomarkers.
@Command(name = "cytometry", descriptionHeading = "%n", footerHeading = "%n")
public final class CytometryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "TABLE.csv", descriptionKey = "cytometry.table")
  private Path source = Path.of("");

  @Option(names = "--samples", paramLabel = "FILE", descriptionKey = "cytometry.samples")
  private @Nullable Path samples;

  @Option(
      names = "--subtract-background",
      paramLabel = "POPULATION",
      split = ",",
      descriptionKey = "cytometry.background")
  private List<String> background = List.of();

  @Option(names = "--batch", paramLabel = "NAME", descriptionKey = "cytometry.batch")
  private String batch = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      descriptionKey = "cytometry.output")
  private @Nullable Path output;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(source, texts, err, () -> answer(texts, err));
  }

  private int answer(Texts texts, PrintWriter err) throws IOException, BadInputException {
    CytometryTable table =
        CytometryReader.read(
            RawTable.read(source, source.toString()),
            samples == null ? null : SampleTable.read(RawTable.read(samples, samples.toString())));
    if (!background.isEmpty()) {
      Set<String> populations = new TreeSet<>(background);
      table = Background.subtracted(table, populations, source.toString());
    }
    String name = String.valueOf(source.getFileName()).replaceFirst("\\.[^.]*$", "");
    List<BiomarkerRow> rows = CytometryRows.biomarkers(table, batch.isEmpty() ? name : batch);
    if (output != null) {
      Files.createDirectories(output);
      write(output, "biomarkers.csv", CsvText.of(rows));
      write(output, "quality.csv", CytometryRows.quality(table));
    }
    try (Answer answer =
        new Answer(
            BiomarkerRow.COLUMNS.stream().map(CytometryCommand::column).toList(),
            common.format(),
            texts)) {
      rows.forEach(row -> answer.row(row.cells().toArray()));
      answer.print(System.out);
    }
    if (!table.leftOut().isEmpty()) {
      err.println(texts.text("cytometry.left-out", String.join(", ", table.leftOut())));
    }
    if (rows.stream().anyMatch(row -> row.facts().patient().isEmpty())) {
      err.println(texts.text("cytometry.no-patient"));
    }
    err.flush();
    return ExitCode.ANSWERED;
  }

  /// On the screen the path says what parent and marker are, and the batch is one.
  private static Column column(String key) {
    return switch (key) {
      case "id", "batch", "marker", "unit" -> Column.detail(key);
      default -> Column.ifAny(key);
    };
  }

  private static void write(Path folder, String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
