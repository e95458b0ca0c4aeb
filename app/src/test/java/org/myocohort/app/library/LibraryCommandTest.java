package org.myocohort.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.PageLanguage;

class LibraryCommandTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir private Path folder = Path.of("");

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        files.put(
            String.valueOf(entry.getFileName()), Files.readString(entry, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void everyPageIsASelfContainedFileAndTheSameEveryTime(String language) throws IOException {
    Path pages = folder.resolve("pages");
    CommandRun run = CommandRun.of("library", "-o", pages, "--lang", language);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Map<String, String> files = files(pages);
    int count = Library.in(PageLanguage.of(language)).pages().size();
    assertThat(run.out()).contains("index.html").contains(Integer.toString(count));
    assertThat(files).containsKeys("index.html", "anakinra.html", ResultFolder.LIST);
    Map<String, String> written = new TreeMap<>(files);
    written.remove(ResultFolder.LIST);
    assertThat(written).hasSize(count + 1);
    written.forEach((name, text) -> {
      assertThat(text)
          .as(name)
          .startsWith("<!DOCTYPE html>")
          .contains("lang=\"" + language + "\"")
          .contains(language.equals("it") ? "Non ancora rivista" : "Not yet reviewed")
          .contains(language.equals("it") ? "dispositivo medico" : "medical device")
          .doesNotContain("<script");
      Matcher link = LINK.matcher(text);
      while (link.find()) {
        String target = link.group(1);
        assertThat(target.startsWith("#") || files.containsKey(target)).as(target).isTrue();
        if (target.startsWith("#")) {
          assertThat(text).contains("id=\"" + target.substring(1) + "\"");
        }
      }
    });
    assertThat(CommandRun.of("library", "-o", pages, "--lang", language).exitCode()).isZero();
    assertThat(files(pages)).isEqualTo(files);
  }

  @Test
  void aFolderThatHoldsAnythingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    CommandRun run = CommandRun.of("library", "-o", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("holds notes.txt, which was put there or changed");
    assertThat(files(folder)).containsOnlyKeys("notes.txt");
  }

  @Test
  void aPageThatSomebodyElseWroteIsNotReplaced() throws IOException {
    Files.writeString(folder.resolve("index.html"), "<p>my own site</p>");
    assertThat(CommandRun.of("library", "-o", folder).exitCode()).isEqualTo(2);
    assertThat(files(folder)).containsEntry("index.html", "<p>my own site</p>");
  }

  @Test
  void theReadingOfEveryPageIsPrinted() {
    CommandRun run = CommandRun.of("library", "--check", "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().getFirst())
        .isEqualTo("page,kind,reading,limit,easy,sentences,words,sources,written");
    assertThat(run.lines())
        .hasSize(Library.in(PageLanguage.ENGLISH).pages().size() + 1)
        .anyMatch(line -> line.matches("anakinra,treatment,[0-9.-]+,8,true,\\d+,\\d+,\\d+,.*"));
  }

  @Test
  void withoutAnythingToDoItSaysSo() {
    CommandRun run = CommandRun.of("library");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("-o FOLDER");
  }

  @Test
  void aSearchFindsBeginningsOfWordsWithoutRegardToAccentsAndCapitals() {
    Library italian = Library.in(PageLanguage.ITALIAN);
    assertThat(new Search("PERCHE vaccin").in(italian))
        .isEqualTo(new Search("perché VACCIN").in(italian));
    assertThat(new Search("neutrofili").in(italian))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.page().name()).isEqualTo("anakinra");
          assertThat(found.passage()).contains("neutrofili");
        });
    assertThat(new Search("  ").in(italian)).hasSameSizeAs(italian.pages());
    assertThat(new Search("zzzz").in(italian)).isEmpty();
  }
}
