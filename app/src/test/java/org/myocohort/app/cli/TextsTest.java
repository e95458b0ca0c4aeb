package org.myocohort.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.Project;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.catalogue.Instruments;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Item;
import org.myocohort.vocabulary.Vocabulary;

class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}|\\$\\{[A-Z-]+\\}");
  private static final Pattern CODE = Pattern.compile("\\.text\\(\\s*\"([a-z0-9_.-]+)\"");
  private static final Pattern PROBLEM =
      Pattern.compile("problem(?:s\\.add)?\\([^;]*?\"([a-z]+(?:-[a-z]+)+)\"", Pattern.DOTALL);

  private static Properties file(String name) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream("/org/myocohort/app/" + name)) {
      assertThat(in).as(name).isNotNull();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  static List<String> files() {
    return Texts.FILES;
  }

  @ParameterizedTest
  @MethodSource("files")
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders(String name) throws IOException {
    Properties english = file(name + ".properties");
    Properties italian = file(name + "_it.properties");
    assertThat(new TreeSet<>(italian.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String code : english.stringPropertyNames()) {
      assertThat(placeholders(italian.getProperty(code)))
          .as(code)
          .isEqualTo(placeholders(english.getProperty(code)));
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void noCodeStandsInTwoFiles() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String name : Texts.FILES) {
      for (String code : file(name + ".properties").stringPropertyNames()) {
        assertThat(seen.add(code)).as(code).isTrue();
      }
    }
  }

  /// Every code that a source of the app names, and every problem that exchange finds.
  @Test
  void everyCodeInTheSourcesHasAText() throws IOException {
    Texts texts = Texts.of(Language.en);
    List<String> missing = new ArrayList<>();
    for (Path source : sources("app")) {
      collect(CODE, source, "", texts, missing);
    }
    for (String module : List.of("exchange", "assay")) {
      for (Path source : sources(module)) {
        collect(PROBLEM, source, "problem.", texts, missing);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Project.root().resolve(module + "/src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void collect(
      Pattern pattern, Path source, String prefix, Texts texts, List<String> missing)
      throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(source));
    while (matcher.find()) {
      String code = prefix + matcher.group(1);
      // A code that ends in a dot or hyphen is completed by a value.
      if (!code.endsWith(".") && !code.endsWith("-") && !texts.has(code)) {
        missing.add(code + " in " + source.getFileName());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void everyInstrumentCriteriaSetAndItemHasItsName(String language) {
    Texts texts = Texts.of(Language.valueOf(language));
    List<String> codes = new ArrayList<>();
    Instruments.ALL.forEach(instrument -> {
      codes.add("instrument." + instrument.code() + ".title");
      instrument
          .rules()
          .forEach(rule -> codes.add("instrument." + instrument.code() + ".rule." + rule.code()));
    });
    CriteriaSets.ALL.forEach(set -> {
      codes.add("criteria." + set.code());
      set.rules().forEach(rule -> codes.add("instrument." + set.code() + ".rule." + rule.code()));
    });
    for (Item item : Item.values()) {
      codes.add("item." + item.code());
      codes.add("item." + item.question());
    }
    assertThat(codes).allMatch(texts::has);
    for (Vocabulary vocabulary :
        List.of(Vocabulary.drugs(), Vocabulary.findings(), Vocabulary.measurements())) {
      assertThat(vocabulary.terms()).noneMatch(term -> term.name(language).isEmpty());
    }
  }

  @Test
  void placeholdersAreFilledAndApostrophesStandForThemselves() {
    assertThat(Texts.of(Language.it).text("problem.line", 7)).contains("7");
    assertThat(Texts.of(Language.it).text("problem.cells-expected", 12))
        .contains("12")
        .contains("nell'intestazione");
  }
}
