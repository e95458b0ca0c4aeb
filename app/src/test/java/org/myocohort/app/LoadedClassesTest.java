package org.myocohort.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the commands load that have nothing to do with the registry.
class LoadedClassesTest {
  @Test
  void aCommandWithoutTheRegistryLoadsNoClassOfIt() throws IOException, InterruptedException {
    isWithoutRegistry(loaded("instruments", "hscore"));
    isWithoutRegistry(loaded("guide", "audit"));
  }

  private static void isWithoutRegistry(List<String> loaded) {
    assertThat(loaded)
        .anyMatch(line -> line.contains("org.myocohort.app.Main"))
        .noneMatch(line ->
            line.matches(
                ".*\\b(org\\.springframework|org\\.jdbi|org\\.sqlite|org\\.flywaydb|com\\.zaxxer"
                    + "|org\\.thymeleaf|org\\.apache\\.catalina|org\\.myocohort\\.registry"
                    + "|org\\.myocohort\\.app\\.web|org\\.apache\\.lucene)\\..*"));
  }

  private static List<String> loaded(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:class+load:stdout", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().toList();
  }
}
