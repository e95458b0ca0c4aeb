package org.myocohort.app.transfer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a study out of the registry. Holds no type of the registry, see [StoreOptions].
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
  /// Whose rows leave, as typed.
  enum ConsentOption {
    given,
    notRecordedToo,
    all
  }

  /// How the export is written, as typed.
  enum FormOption {
    folder,
    csv,
    xlsx
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "export.study")
  private String study = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      descriptionKey = "export.out")
  private Path out = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORM",
      defaultValue = "folder",
      descriptionKey = "export.as")
  private FormOption form = FormOption.folder;

  @Option(names = "--deidentified", descriptionKey = "export.deidentified")
  private boolean deidentified;

  @Option(names = "--offsets", descriptionKey = "export.offsets")
  private boolean offsets;

  @Option(names = "--without-centre", descriptionKey = "export.without-centre")
  private boolean withoutCentre;

  @Option(names = "--unique-confirmed", descriptionKey = "export.unique-confirmed")
  private boolean confirmed;

  @Option(
      names = "--consent",
      paramLabel = "RULE",
      defaultValue = "given",
      descriptionKey = "export.consent")
  private ConsentOption consent = ConsentOption.given;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "export.reason")
  private String reason = "";

  /// What the command line says.
  record Choices(
      String study,
      Path out,
      FormOption form,
      boolean deidentified,
      boolean offsets,
      boolean withoutCentre,
      boolean confirmed,
      ConsentOption consent,
      String reason) {}

  @Override
  public Integer call() {
    return new ExportTask(
            common,
            store,
            Objects.requireNonNull(spec).commandLine().getErr(),
            new Choices(
                study, out, form, deidentified, offsets, withoutCentre, confirmed, consent, reason))
        .run();
  }
}
