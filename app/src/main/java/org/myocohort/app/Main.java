package org.myocohort.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.AnalyseCommand;
import org.myocohort.app.assay.CytometryCommand;
import org.myocohort.app.assay.ElisaCommand;
import org.myocohort.app.check.CheckCommand;
import org.myocohort.app.classification.ClassifyCommand;
import org.myocohort.app.cli.CommandLines;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Version;
import org.myocohort.app.cohort.CohortCommand;
import org.myocohort.app.demo.DemoCommand;
import org.myocohort.app.guide.GuideCommand;
import org.myocohort.app.instruments.InstrumentsCommand;
import org.myocohort.app.library.LibraryCommand;
import org.myocohort.app.line.LineCommand;
import org.myocohort.app.meta.MetaCommand;
import org.myocohort.app.registry.BackupCommand;
import org.myocohort.app.registry.RestoreCommand;
import org.myocohort.app.registry.VerifyAuditCommand;
import org.myocohort.app.report.ReportCommand;
import org.myocohort.app.response.ResponseCommand;
import org.myocohort.app.review.ReviewCommand;
import org.myocohort.app.serve.ServeCommand;
import org.myocohort.app.serve.UserCommand;
import org.myocohort.app.simulation.SimulateCommand;
import org.myocohort.app.stats.StatsCommand;
import org.myocohort.app.taper.TaperCommand;
import org.myocohort.app.transfer.ExportCommand;
import org.myocohort.app.transfer.ImportCommand;
import org.myocohort.app.trials.TrialsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Starts the command line.
@Command(
    name = "myocohort",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    descriptionHeading = "%n",
    commandListHeading = "%n",
    footerHeading = "%n")
public final class Main implements Callable<Integer> {
  static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ServeCommand.class,
          UserCommand.class,
          ReportCommand.class,
          ClassifyCommand.class,
          ResponseCommand.class,
          CohortCommand.class,
          AnalyseCommand.class,
          LineCommand.class,
          CheckCommand.class,
          MetaCommand.class,
          StatsCommand.class,
          ElisaCommand.class,
          CytometryCommand.class,
          SimulateCommand.class,
          InstrumentsCommand.class,
          TaperCommand.class,
          GuideCommand.class,
          TrialsCommand.class,
          LibraryCommand.class,
          ReviewCommand.class,
          ImportCommand.class,
          ExportCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          VerifyAuditCommand.class);

  @Spec private @Nullable CommandSpec spec;

  Main() {}

  /// No command was named: says which there are.
  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }

  public static void main(String[] arguments) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(CommandLines.execute(new Main(), COMMANDS, arguments, err));
  }
}
