package org.myocohort.evidence.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;
import org.myocohort.exchange.yaml.YamlText;

/// The searches of a review, kept exactly as run in one file of its folder, [#FILE].
///
///     searches:
///       - database: MEDLINE
///         platform: PubMed
///         dialect: pubmed
///         date: 2026-11-20
///         count: 57
///         limits: [humans]
///         by: A. Reviewer
///         text: "anakinra[tiab] AND myositis[tiab]"
///
/// What a report does not say stands there as `not reported`. A string is written in quotes, with its
/// line ends as escapes, so that it is read back byte for byte.
public final class SearchRuns {
  /// Name of the file.
  public static final String FILE = "searches.yaml";

  /// The word for what a report does not say.
  public static final String NOT_REPORTED = "not reported";

  /// A line end that is none, then the blanks before it that are none: the text goes on.
  private static final String NEXT_LINE = "\\\n      ";

  /// A list without searches.
  private static final Pattern EMPTY_LIST = Pattern.compile("(?m)^searches:[ \\t]*\\[\\s*\\]");

  /// Where a search begins.
  private static final Pattern ITEM = Pattern.compile("(?m)^( *)- ");

  private static final int MOST = 1_000_000_000;

  private static final Map<String, Dialect> DIALECTS =
      Arrays.stream(Dialect.values())
          .collect(Collectors.toUnmodifiableMap(Dialect::code, Function.identity()));

  private SearchRuns() {}

  /// Reads the file of a folder; no searches where it is not there.
  ///
  /// @throws BadInputException with everything that is wrong in it
  public static List<SearchRun> read(Path folder) throws IOException, BadInputException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? read(FILE, Files.readString(file, StandardCharsets.UTF_8))
        : List.of();
  }

  /// Reads the text of a file.
  ///
  /// @param file its name, for messages
  /// @throws BadInputException with everything that is wrong in it
  public static List<SearchRun> read(String file, String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields root = YamlFile.read(file, text, problems);
    List<SearchRun> runs = new ArrayList<>();
    root.required("searches");
    for (YamlFields fields : root.objects("searches")) {
      run(fields).ifPresent(runs::add);
    }
    root.refuseOthers();
    problems.throwIfAny();
    return runs;
  }

  private static Optional<SearchRun> run(YamlFields fields) {
    Optional<String> database = fields.requiredText("database");
    String platform = fields.text("platform").filter(SearchRuns::isReported).orElse(null);
    Optional<Dialect> dialect =
        fields.required("dialect") ? fields.oneOf("dialect", DIALECTS) : Optional.empty();
    LocalDate date = reported(fields, "date") ? fields.day("date").orElse(null) : null;
    Integer count =
        reported(fields, "count") ? fields.wholeNumber("count", 0, MOST).orElse(null) : null;
    List<String> limits = fields.has("limits") ? fields.texts("limits") : List.of();
    String by = fields.text("by").filter(SearchRuns::isReported).orElse(null);
    Optional<String> text = fields.exactText("text");
    fields.refuseOthers();
    return database.isPresent() && dialect.isPresent() && text.isPresent()
        ? Optional.of(
            new SearchRun(
                database.get(), platform, dialect.get(), text.get(), date, count, limits, by))
        : Optional.empty();
  }

  /// Whether a field that must be there says more than that nothing is reported.
  private static boolean reported(YamlFields fields, String name) {
    return fields.requiredText(name).filter(SearchRuns::isReported).isPresent();
  }

  private static boolean isReported(String text) {
    return !text.equals(NOT_REPORTED);
  }

  /// Adds a search to the file of a folder, behind the others; comments and layout stay.
  ///
  /// @throws BadInputException if the file cannot be read
  public static void append(Path folder, SearchRun run) throws IOException, BadInputException {
    Path file = folder.resolve(FILE);
    String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    AtomicFile.write(file, appended(text, run).getBytes(StandardCharsets.UTF_8));
  }

  /// The text of a file with one search more.
  ///
  /// @param text of the file; empty where there is none
  /// @throws BadInputException if it cannot be read
  static String appended(String text, SearchRun run) throws BadInputException {
    if (text.isEmpty()) {
      return write(List.of(run));
    }
    List<SearchRun> runs = new ArrayList<>(read(FILE, text));
    boolean none = runs.isEmpty();
    runs.add(run);
    String before = none ? EMPTY_LIST.matcher(text).replaceFirst("searches:") : text;
    Matcher item = ITEM.matcher(none ? "" : text);
    String indent = item.find() ? item.group(1) : "  ";
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    String added =
        write(List.of(run))
            .lines()
            .skip(1)
            .map(line -> indent + line.substring(2) + lineEnd)
            .collect(Collectors.joining());
    String longer = before + (before.endsWith("\n") ? "" : lineEnd) + added;
    // In a form where the end is no place for another, such as [...], all are written anew.
    return holds(longer, runs) ? longer : write(runs);
  }

  private static boolean holds(String text, List<SearchRun> runs) {
    try {
      return read(FILE, text).equals(runs);
    } catch (BadInputException _) {
      return false;
    }
  }

  /// A search that is kept.
  ///
  /// @param isNew whether it was not there before
  /// @param number of it, from 1
  public record Kept(boolean isNew, int number) {}

  /// The text of a file that holds searches.
  static String write(List<SearchRun> runs) {
    StringBuilder out = new StringBuilder(runs.isEmpty() ? "searches: []\n" : "searches:\n");
    for (SearchRun run : runs) {
      out.append("  - database: ").append(quoted(run.database())).append('\n');
      field(out, "platform", shown(run.platform()));
      field(out, "dialect", run.dialect().code());
      field(out, "date", run.date() == null ? NOT_REPORTED : run.date().toString());
      field(out, "count", run.count() == null ? NOT_REPORTED : run.count().toString());
      field(
          out,
          "limits",
          run.limits().stream()
              .map(SearchRuns::quoted)
              .collect(Collectors.joining(", ", "[", "]")));
      field(out, "by", shown(run.by()));
      field(out, "text", quoted(run.text()));
    }
    return out.toString();
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append("    ").append(name).append(": ").append(value).append('\n');
  }

  private static String shown(@Nullable String text) {
    return text == null ? NOT_REPORTED : quoted(text);
  }

  /// In double quotes, each character that a reader of the file could change written as an escape.
  /// After a line end the text goes on in the next line, so that a change of one line is seen as
  /// one.
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    boolean begins = false;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      boolean goesOn = c == '\n' && i + 1 < text.length();
      out.append(begins && c == ' ' ? "\\x20" : YamlText.escaped(c))
          .append(goesOn ? NEXT_LINE : "");
      begins = goesOn;
    }
    return out.append('"').toString();
  }
}
