package org.myocohort.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.myocohort.app.cli.CommandLines;

/// A command run as a user runs it, with what it printed.
///
/// @param exitCode what it ended with
/// @param out standard output
/// @param err standard error
public record CommandRun(int exitCode, String out, String err) {

  /// Runs a command in this JVM.
  public static CommandRun of(Object... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int exitCode =
          CommandLines.execute(
              new Main(),
              Main.COMMANDS,
              Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
              new PrintWriter(err));
      return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  public List<String> lines() {
    return out.lines().toList();
  }
}
