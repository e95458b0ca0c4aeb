package org.myocohort.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  private static final Texts TEXTS = Texts.of(Texts.Language.en);

  @TempDir private Path folder;

  private Path results() {
    return folder.resolve("out");
  }

  private void write(String table) throws IOException {
    try (ResultFolder made = ResultFolder.at(results(), "page.html")) {
      made.write("page.html", "<p>page</p>");
      made.write("tables/cases.csv", List.of("id"), List.of(List.of(table)));
      try (Writer long_ = made.writer("results.json")) {
        long_.write("{}");
      }
      made.finish();
    }
  }

  private void refused(String sentence) {
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> ResultFolder.at(results(), "page.html"))
        .satisfies(refused -> assertThat(refused.sentence(TEXTS)).contains(sentence));
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void theListIsWhatShaSumReads() throws IOException {
    write("1");
    assertThat(results().resolve(ResultFolder.LIST))
        .hasContent(
            """
            93883e119ff6a20c7097184d72bc4d1cc76da0c3b45ed02ae718ce9f1b9aad9c  page.html
            44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  results.json
            7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108  tables/cases.csv
            """);
  }

  @Test
  void whatAnEarlierRunWroteIsReplacedWhole() throws IOException {
    write("1");
    Files.delete(results().resolve("page.html"));
    Files.writeString(results().resolve("tables").resolve(".DS_Store"), "desktop");
    write("2");
    assertThat(results().resolve("tables").resolve("cases.csv")).hasContent("id\n2\n");
    assertThat(results().resolve("page.html")).exists();
    assertThat(results().resolve("tables").resolve(".DS_Store")).doesNotExist();
  }

  @Test
  void aFileOfSomebodyElseIsNotLost() throws IOException {
    write("1");
    Path mine = results().resolve("tables").resolve("manuscript.docx");
    Files.writeString(mine, "mine");
    refused("out holds tables/manuscript.docx, which was put there or changed");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void aFileThatSomebodyChangedIsNotLost() throws IOException {
    write("1");
    Files.writeString(results().resolve("page.html"), "<p>page, with my notes</p>");
    refused("out holds page.html, which was put there or changed");
  }

  @Test
  void aFolderWithoutAListIsOfSomebodyElse() throws IOException {
    Files.writeString(Files.createDirectory(results()).resolve("page.html"), "<p>page</p>");
    refused("out holds page.html");
    Files.delete(results().resolve("page.html"));
    write("1");
  }

  @Test
  void aLinkIsOfSomebodyElse() throws IOException {
    write("1");
    Path page = results().resolve("page.html");
    Path elsewhere = folder.resolve("elsewhere.html");
    Files.move(page, elsewhere);
    Files.createSymbolicLink(page, elsewhere);
    refused("out holds page.html");
  }

  @Test
  void aFolderOfAnotherKindIsLeftAlone() throws IOException {
    write("1");
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> ResultFolder.at(results(), "other.html"));
  }

  @Test
  void aLinkToAFolderIsFollowed() throws IOException {
    write("1");
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(results(), elsewhere);
    Files.createSymbolicLink(results(), elsewhere);
    write("2");
    assertThat(results()).isSymbolicLink();
    assertThat(elsewhere.resolve("tables").resolve("cases.csv")).hasContent("id\n2\n");
    Files.writeString(elsewhere.resolve("notes.txt"), "mine");
    refused("out holds notes.txt");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(results(), "mine");
    refused("out is a file: name a folder");
  }

  @Test
  void saysWhyAPlaceCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> ResultFolder.at(file.resolve("out"), "page.html"))
        .satisfies(refused ->
            assertThat(refused.sentence(TEXTS))
                .contains("cannot write " + file.resolve("out"), file + " is a file"));
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> ResultFolder.at(Path.of("/"), "page.html"))
        .satisfies(refused -> assertThat(refused.sentence(TEXTS)).contains(" / "));
    assertThatExceptionOfType(NotWrittenException.class)
        .isThrownBy(() -> ResultFolder.at(Path.of(""), "page.html"))
        .satisfies(refused -> assertThat(refused.sentence(TEXTS)).contains(" . holds "));
  }
}
