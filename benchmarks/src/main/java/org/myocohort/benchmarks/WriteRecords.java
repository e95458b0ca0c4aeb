package org.myocohort.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Writes an export of many records, made of the records of real ones in turn: each with a DOI of
/// its own, some other words in title and abstract, and now and then a word that no other has.
public final class WriteRecords {
  private static final int OTHER_WORD = 8;
  private static final int OTHER_IN_TITLE = 2;
  private static final int TITLE = 300;
  private static final int NEW_WORD = 100;
  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}<&{_-])[a-z]{5,}(?=[ .,;)])");
  private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/[^\\s\"<>,;}\\[]*[0-9a-z]");
  private static final Pattern CELL = Pattern.compile("\"[^\"]*+(?:\"\"[^\"]*+)*+\"");

  private static final Set<String> TEXTS = Set.of("\"Title\"", "\"Abstract Note\"");

  /// How exports in a format are cut.
  ///
  /// @param begin of a record
  /// @param text of a title or an abstract
  private record Cut(Pattern begin, Pattern text) {
    static Cut of(String export) {
      if (export.contains("<record>")) {
        return new Cut(
            Pattern.compile("<record>"),
            Pattern.compile("<(title|abstract)>.*?</\\1>", Pattern.DOTALL));
      }
      for (Cut each : LINES) {
        if (each.begin.matcher(export).find()) {
          return each;
        }
      }
      return new Cut(Pattern.compile("(?<=\")\\n(?=\")"), CELL);
    }

    private static final List<Cut> LINES =
        List.of(
            tagged("TY  - ", "(?:TI|AB)  - .*?(?=^[A-Z][A-Z0-9]  - )"),
            tagged("PMID- ", "(?:TI  |AB  )- .*?(?=^[A-Z]{2,4} *- )"),
            tagged("@", "\\t(?:title|abstract) = .*?(?=^\\t[a-z]+ = |^\\})"));

    private static Cut tagged(String begin, String text) {
      return new Cut(
          Pattern.compile("^" + begin, Pattern.MULTILINE),
          Pattern.compile("^" + text, Pattern.MULTILINE | Pattern.DOTALL));
    }
  }

  private final Cut cut;

  /// Of a table.
  private final List<String> columns;

  private final List<String> records = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final String head;
  private final String tail;

  private WriteRecords(List<Path> samples) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path sample : samples) {
      all.append(text(sample).strip()).append("\n\n");
    }
    String export = all.toString();
    cut = Cut.of(export);
    List<Integer> begins =
        new ArrayList<>(cut.begin.matcher(export).results().map(MatchResult::start).toList());
    head = export.substring(0, begins.getFirst());
    columns = CELL.matcher(head).results().map(MatchResult::group).toList();
    int end = Math.max(export.lastIndexOf("</record>") + "</record>".length(), 0);
    end = export.startsWith("</record>", end - "</record>".length()) ? end : export.length();
    tail = export.substring(end);
    begins.add(end);
    for (int i = 1; i < begins.size(); i++) {
      records.add(export.substring(begins.get(i - 1), begins.get(i)));
    }
    WORD.matcher(export).results().map(MatchResult::group).forEach(words::add);
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// How many, into which file, from which exports of one format.
  public static void main(String[] arguments) throws IOException {
    List<Path> samples = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      samples.add(Path.of(arguments[i]));
    }
    new WriteRecords(samples).write(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
  }

  private void write(int count, Path target) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      out.write(head);
      for (int i = 0; i < count; i++) {
        out.write(varied(records.get(i % records.size()), i));
      }
      out.write(tail);
    }
  }

  private String varied(String sample, int number) {
    Random random = new Random(number);
    String record = DOI.matcher(sample).replaceAll(doi -> doi.group() + "." + number);
    int[] cell = {0};
    return cut.text
        .matcher(record)
        .replaceAll(text ->
            Matcher.quoteReplacement(
                cut.text == CELL && !TEXTS.contains(columns.get(cell[0]++ % columns.size()))
                    ? text.group()
                    : varied(text.group(), random)));
  }

  private String varied(String text, Random random) {
    int others = text.length() < TITLE ? OTHER_IN_TITLE : OTHER_WORD;
    return WORD.matcher(text).replaceAll(word -> other(word.group(), others, random));
  }

  private String other(String word, int others, Random random) {
    String other = random.nextInt(others) == 0 ? words.get(random.nextInt(words.size())) : word;
    return random.nextInt(NEW_WORD) == 0
        ? other + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26))
        : other;
  }
}
