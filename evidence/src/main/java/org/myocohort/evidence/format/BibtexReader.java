package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads BibTeX entry by entry: one ends where a line begins another, whatever its braces say.
final class BibtexReader implements FormatReader {
  private static final Pattern START = Pattern.compile("^[ \\t]*@[ \\t]*([A-Za-z]+)[ \\t]*[{(].*");

  /// A first line of which the mark or the brace is damaged.
  private static final Pattern DAMAGED =
      Pattern.compile("^(?:[^\\s=]?[A-Za-z]{4,20}\\{[^\\s,={}\"]+|@[A-Za-z]+[^\\s={}]*),[ \\t]*$");

  private static final Pattern WITHIN =
      Pattern.compile("(?<=[})])[ \\t]*(?=@[A-Za-z]+[ \\t]*\\{[^,={}]*,)");
  private static final Pattern PART =
      Pattern.compile("\"([^\"]*)\"|\\{((?:[^{}]|\\{[^{}]*\\})*)\\}|([A-Za-z0-9_:.-]+)");

  private final Map<String, String> strings = new HashMap<>();
  private final StringBuilder entry = new StringBuilder();
  private int begin;

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (begins(line)) {
        finish(reading);
        begin = lines.number();
        for (String part : WITHIN.split(line, -1)) {
          finish(reading);
          entry.append(part);
        }
      } else if (!entry.isEmpty()) {
        entry.append('\n').append(line);
      }
    }
    finish(reading);
  }

  /// A look at the characters first: nearly every line is a field of an entry.
  private static boolean begins(String line) {
    return (line.indexOf('@') >= 0 && START.matcher(line).matches())
        || (line.indexOf('=') < 0 && line.indexOf(',') >= 0 && DAMAGED.matcher(line).matches());
  }

  private void finish(Reading reading) throws IOException {
    if (entry.isEmpty()) {
      return;
    }
    BibtexEntry.Parsed parsed = BibtexEntry.of(withoutTail(entry.toString()));
    entry.setLength(0);
    switch (parsed.type()) {
      case "comment", "preamble" -> {}
      case "string" -> {
        for (RawField field : parsed.fields()) {
          strings.put(field.tag().toLowerCase(Locale.ROOT), value(field));
        }
      }
      default -> add(parsed, reading);
    }
  }

  /// Leaves out the remarks that stand between an entry and the next.
  private static String withoutTail(String text) {
    int end = text.length();
    int line = text.lastIndexOf('\n');
    while (line >= 0 && remark(text, line + 1, end)) {
      end = line;
      line = text.lastIndexOf('\n', line - 1);
    }
    return text.substring(0, end);
  }

  /// A comment, a blank line, or the line that the Cochrane Library puts before each entry.
  private static boolean remark(String text, int from, int to) {
    return text.startsWith("%", from)
        || blank(text, from, to)
        || (text.startsWith("Record #", from)
            && CochraneGrammar.HEAD.matcher(text.substring(from, to).strip()).matches());
  }

  private static boolean blank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(BibtexEntry.Parsed parsed, Reading reading) throws IOException {
    if (parsed.broken()) {
      reading.problem(
          begin,
          "",
          ReadProblem.Kind.BROKEN_ENTRY,
          parsed.fields().isEmpty() ? "" : parsed.fields().getFirst().value());
    }
    if (parsed.fields().isEmpty()) {
      return;
    }
    RecordDraft draft = new RecordDraft().fields(parsed.fields());
    Map<String, String> values = new HashMap<>();
    for (RawField field : parsed.fields()) {
      values.putIfAbsent(field.tag().toLowerCase(Locale.ROOT), value(field));
    }
    BibtexFields.map(parsed.type(), values, draft);
    reading.add(draft, begin);
  }

  /// A value with its macros filled in; what is no macro stays as it stands.
  private String value(RawField field) {
    if (!field.mark().isEmpty() || field.tag().startsWith("@")) {
      return field.value();
    }
    StringBuilder value = new StringBuilder();
    Matcher part = PART.matcher(field.value());
    while (part.find()) {
      String name = part.group(3);
      if (name != null) {
        value.append(strings.getOrDefault(name.toLowerCase(Locale.ROOT), name));
      } else {
        value.append(part.group(1) == null ? part.group(2) : part.group(1));
      }
    }
    return value.toString();
  }
}
