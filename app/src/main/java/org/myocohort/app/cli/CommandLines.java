package org.myocohort.app.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// Sets up the command line: texts in the language asked for, answers to standard output only,
/// errors in one line.
public final class CommandLines {
  private CommandLines() {}

  /// Parses and runs a command.
  ///
  /// @param subcommands the classes of the commands below it
  /// @return its exit code
  public static int execute(
      Object command, List<Class<?>> subcommands, String[] arguments, PrintWriter err) {
    CommandLine line = new CommandLine(command);
    for (Class<?> subcommand : named(subcommands, arguments)) {
      line.addSubcommand(subcommand);
    }
    line.setResourceBundle(Texts.of(language(arguments)).help());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setErr(err);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(CommandLines::explain);
    line.setExecutionExceptionHandler((failure, failed, _) -> {
      // A fault of this program, never the user's: what was being done, for a report of it.
      failed
          .getErr()
          .println(Texts.of(language(arguments)).text("failure.internal", Version.text(), failure));
      failure.printStackTrace(failed.getErr());
      return ExitCode.USAGE;
    });
    return line.execute(arguments);
  }

  /// The one command that the first argument names, or all: to set up a command takes as long as
  /// many a command runs.
  private static List<Class<?>> named(List<Class<?>> commands, String[] arguments) {
    for (Class<?> command : commands) {
      Command description = command.getAnnotation(Command.class);
      if (arguments.length > 0 && description != null && description.name().equals(arguments[0])) {
        return List.of(command);
      }
    }
    return commands;
  }

  /// The language is needed before parsing, for the help texts.
  private static Texts.Language language(String[] arguments) {
    List<String> list = List.of(arguments);
    int option = list.indexOf("--lang");
    boolean italian =
        (option >= 0 && option + 1 < list.size() && list.get(option + 1).equals("it"))
            || list.contains("--lang=it");
    return italian ? Texts.Language.it : Texts.Language.en;
  }

  private static int explain(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println("myocohort: " + failure.getMessage());
    line.getErr()
        .println(
            Texts.of(language(arguments))
                .text("failure.see-help", line.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }
}
