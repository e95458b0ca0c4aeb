package org.myocohort.app.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.Expression;
import org.myocohort.evidence.search.Finding;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchPrinter;
import org.myocohort.evidence.search.StrategyLine;
import org.myocohort.evidence.search.Translation;
import org.myocohort.evidence.search.TranslationNote;

/// The answer about a search string: rows for programs and pages, paragraphs for people.
public final class SearchReport {
  static final List<Column> COLUMNS =
      List.of(
          Column.of("kind"),
          Column.of("line"),
          Column.of("column"),
          Column.of("dialect"),
          Column.of("code"),
          Column.of("text"),
          Column.of("to"),
          Column.of("count"),
          Column.of("message"));

  /// What a row is about; the order of the paragraphs.
  public enum Kind {
    LINE,
    FINDING,
    READING,
    MEANT,
    BASIS,
    TRANSLATION,
    NOTE,
    TERM,
    APPROXIMATION,
    KNOWN
  }

  /// One statement.
  ///
  /// @param text of the search
  /// @param to what stands for it, or may be meant
  public record Row(
      Kind kind,
      @Nullable Integer line,
      @Nullable Integer column,
      String dialect,
      String code,
      String text,
      String to,
      @Nullable Integer count,
      String message) {}

  private final ParsedSearch parsed;
  private final Dialect dialect;
  private final Texts texts;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Integer> readingCounts = new LinkedHashMap<>();
  private final Map<Integer, Integer> meantCounts = new LinkedHashMap<>();
  private String summary = "";

  /// A report that says how a search is read; what else it says is added.
  public SearchReport(ParsedSearch parsed, Texts texts) {
    this.parsed = parsed;
    this.dialect = parsed.strategy().dialect();
    this.texts = texts;
  }

  /// How many records a line finds.
  void count(int line, int found) {
    counts.put(line, found);
  }

  /// How many records a reading of a line finds.
  void count(int line, Expression reading, int found) {
    readingCounts.put(line + " " + shown(reading), found);
  }

  /// How many records the probable meaning of a line finds.
  void meant(int line, int found) {
    meantCounts.put(line, found);
  }

  void add(Row row) {
    rows.add(row);
  }

  /// A sentence under everything.
  void summary(String sentence) {
    summary = sentence;
  }

  /// The sentence under everything; empty where nothing was counted.
  public String summary() {
    return summary;
  }

  String shown(Expression expression) {
    return SearchPrinter.print(expression, dialect);
  }

  /// Adds the search in another dialect, with what could not be carried over.
  public void add(Translation translation) {
    String title = translation.dialect().title();
    for (Translation.Line line : translation.lines()) {
      rows.add(
          new Row(Kind.TRANSLATION, line.number(), null, title, "", line.text(), "", null, ""));
    }
    SequencedMap<String, List<TranslationNote>> alike = new LinkedHashMap<>();
    for (TranslationNote note : translation.notes()) {
      alike
          .computeIfAbsent(
              note.code() + " " + note.from() + " " + note.to(), _ -> new ArrayList<>())
          .add(note);
    }
    for (List<TranslationNote> notes : alike.values()) {
      TranslationNote first = notes.getFirst();
      String lines =
          notes.stream()
              .map(note -> Integer.toString(note.line()))
              .distinct()
              .collect(Collectors.joining(", "));
      rows.add(
          new Row(
              Kind.NOTE,
              first.line(),
              null,
              title,
              Texts.code(first.code()),
              first.from(),
              first.to(),
              null,
              texts.text("review-search.note." + Texts.code(first.code()), title)
                  + (parsed.strategy().lines().size() > 1
                      ? ". " + texts.text("review-search.in-lines", lines)
                      : "")));
    }
  }

  void print(Format format, OutputStream out) throws IOException {
    List<Row> all = all();
    if (format == Format.text) {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      new SearchParagraphs(texts, parsed.strategy().lines().size() > 1, writer)
          .write(dialect, all, summary);
      writer.flush();
      return;
    }
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      all.forEach(row -> answer.row(cells(row).toArray()));
      answer.print(out);
    }
  }

  /// The values of a row, in the order of the columns.
  static List<@Nullable Object> cells(Row row) {
    return Arrays.asList(
        Texts.code(row.kind()),
        row.line(),
        row.column(),
        row.dialect(),
        row.code(),
        row.text(),
        row.to(),
        row.count(),
        row.message());
  }

  /// Every row, in the order of the kinds.
  public List<Row> all() {
    List<Row> all = new ArrayList<>();
    for (StrategyLine line : parsed.strategy().lines()) {
      line.in(dialect)
          .ifPresent(read ->
              all.add(row(Kind.LINE, line, dialect.title(), read, counts.get(line.number()))));
    }
    parsed.findings().forEach(finding -> all.add(row(finding)));
    for (StrategyLine line : parsed.strategy().lines()) {
      if (line.differs()) {
        line.distinctReadings()
            .forEach((reading, dialects) ->
                all.add(row(Kind.READING, line, titles(dialects), reading, count(line, reading))));
      }
      Expression meant = line.meant();
      if (meant != null) {
        all.add(row(Kind.MEANT, line, "", meant, meantCounts.get(line.number())));
      }
    }
    if (parsed.strategy().lines().stream().anyMatch(StrategyLine::differs)) {
      for (Dialect each : Dialect.values()) {
        String code = Texts.code(each.basis());
        all.add(
            new Row(
                Kind.BASIS,
                null,
                null,
                each.title(),
                code,
                "",
                "",
                null,
                texts.text("review-search.order." + each.code())
                    + " "
                    + texts.text("review-search.basis." + code)));
      }
    }
    all.addAll(rows);
    return all;
  }

  private @Nullable Integer count(StrategyLine line, Expression reading) {
    return readingCounts.get(line.number() + " " + shown(reading));
  }

  private Row row(
      Kind kind, StrategyLine line, String title, Expression read, @Nullable Integer count) {
    return new Row(kind, line.number(), null, title, "", shown(read), "", count, "");
  }

  private Row row(Finding finding) {
    return new Row(
        Kind.FINDING,
        finding.line(),
        finding.column(),
        dialect.title(),
        Texts.code(finding.code()),
        finding.found(),
        finding.suggestion(),
        null,
        texts.text("review-search." + Texts.code(finding.severity()))
            + ": "
            + texts.text("review-search.finding." + Texts.code(finding.code()), dialect.title()));
  }

  private static String titles(List<Dialect> dialects) {
    return dialects.stream().map(Dialect::title).collect(Collectors.joining(", "));
  }
}
