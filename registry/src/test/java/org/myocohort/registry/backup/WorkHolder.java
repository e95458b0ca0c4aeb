package org.myocohort.registry.backup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a work folder with a file in it, says where, and keeps it until it is killed.
public final class WorkHolder {
  private WorkHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (WorkFolder work = WorkFolder.in(Path.of(arguments[0]))) {
      Files.createFile(work.path().resolve("patients"));
      new PrintStream(System.out, true, StandardCharsets.UTF_8).println(work.path());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
