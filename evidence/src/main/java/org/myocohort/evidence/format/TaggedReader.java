package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads formats of which every field begins a line with its tag.
///
/// What stands between the end of a record and the begin of the next is held back until it is clear
/// what it is: a record of its own that lacks its first line, or lines that the database put there,
/// which stay with the record before.
final class TaggedReader implements FormatReader {
  private final TagGrammar grammar;
  private final TaggedFields mapping;
  private @Nullable Part record;
  private Part between = new Part();
  private boolean closed;

  TaggedReader(TagGrammar grammar, TaggedFields mapping) {
    this.grammar = grammar;
    this.mapping = mapping;
  }

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      int joined = grammar.joinedAt(line);
      if (joined > 0) {
        lines.back(line.substring(joined));
        line = line.substring(0, joined);
      }
      Part now = record;
      RawField field = grammar.field(line, now == null ? null : now.opening());
      if (field == null) {
        untagged(line, lines.number(), reading);
      } else if (grammar.starts(field)) {
        start(field, lines.number(), reading);
      } else {
        tagged(field, lines, reading);
      }
    }
    settle(reading);
    finish(reading);
  }

  private void start(RawField field, int line, Reading reading) throws IOException {
    settle(reading);
    finish(reading);
    // Only before the first record is anything left here.
    Part now = between;
    now.add(field, line);
    now.openAt(field, line);
    record = now;
    between = new Part();
    closed = false;
  }

  private void tagged(RawField field, Lines lines, Reading reading) throws IOException {
    Part now = record;
    if (now != null && !closed) {
      now.add(field, lines.number());
      closed = grammar.ends(field, lines);
    } else {
      between.add(field, lines.number());
      if (grammar.ends(field, lines)) {
        settle(reading);
      }
    }
  }

  private void untagged(String line, int number, Reading reading) throws IOException {
    Part now = record;
    boolean ends = grammar.endsAt(line);
    if (now != null && !closed) {
      if (ends) {
        closed = true;
        between.add(new RawField("", line), number);
      } else {
        now.extend(line);
      }
    } else if (!ends && !line.isBlank() && between.lastIsTagged()) {
      between.extend(line);
    } else {
      if (ends) {
        settle(reading);
      }
      between.add(new RawField("", line), number);
    }
  }

  /// Decides what the lines between two records are.
  private void settle(Reading reading) throws IOException {
    Part lines = between;
    int begin = lines.firstTagged();
    Part before = record;
    if (begin >= 0 && lines.fields().stream().anyMatch(field -> grammar.tells(field.tag()))) {
      Part fresh = lines.from(before == null ? 0 : begin);
      fresh.openAt(lines.fields().get(begin), lines.line(begin));
      fresh.unstarted = true;
      if (before != null) {
        before.addAll(lines.until(begin));
        finish(reading);
      }
      record = fresh;
      closed = true;
      between = new Part();
    } else if (before != null) {
      note(lines, reading);
      before.addAll(lines);
      between = new Part();
    }
  }

  private void note(Part lines, Reading reading) {
    for (int i = 0; i < lines.fields().size(); i++) {
      RawField field = lines.fields().get(i);
      if (!field.tag().isEmpty()) {
        reading.count(ReadNotice.Kind.AFTER_END, 1, lines.line(i));
      } else if (!field.value().isBlank() && !grammar.isHeader(field.value())) {
        reading.count(ReadNotice.Kind.OUTSIDE, 1, lines.line(i));
      }
    }
  }

  private void finish(Reading reading) throws IOException {
    Part now = record;
    if (now == null) {
      return;
    }
    record = null;
    int line = now.line();
    if (now.unstarted && !grammar.startTag().isEmpty()) {
      RawField first = now.opening();
      String found = first == null ? "" : first.tag() + first.mark() + first.value();
      reading.problem(line, grammar.startTag(), ReadProblem.Kind.NO_START, found);
    }
    if (!closed && !grammar.endTag().isEmpty()) {
      reading.problem(now.lastLine(), grammar.endTag(), ReadProblem.Kind.NO_END, "");
    }
    RecordDraft draft = new RecordDraft().fields(now.fields());
    mapping.map(
        now.fields(),
        draft,
        (field, kind) -> reading.problem(now.lineOf(field), field.tag(), kind, field.value()));
    if (now.fields().stream().noneMatch(this::readable)) {
      reading.problem(line, "", ReadProblem.Kind.NOTHING_READABLE, "");
    }
    reading.add(draft, line);
  }

  private boolean readable(RawField field) {
    return !field.tag().isEmpty()
        && !field.value().isBlank()
        && !field.tag().equals(grammar.startTag())
        && !field.tag().equals(grammar.endTag());
  }

  /// Fields in their order, with their lines.
  private static final class Part {
    private final List<RawField> fields = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private @Nullable StringBuilder more;
    private @Nullable RawField opening;
    private int line;
    boolean unstarted;

    void add(RawField field, int at) {
      fields();
      fields.add(field);
      lines.add(at);
    }

    /// Adds a line to the last field; the text is put together once, however many lines it has.
    void extend(String text) {
      StringBuilder longer = more;
      if (longer == null) {
        longer = new StringBuilder(fields.getLast().value());
        more = longer;
      }
      longer.append('\n').append(text);
    }

    List<RawField> fields() {
      StringBuilder longer = more;
      if (longer != null) {
        RawField last = fields.removeLast();
        fields.add(new RawField(last.tag(), last.mark(), longer.toString()));
        more = null;
      }
      return fields;
    }

    void addAll(Part other) {
      fields();
      fields.addAll(other.fields());
      lines.addAll(other.lines);
    }

    Part until(int end) {
      Part part = new Part();
      part.fields.addAll(fields().subList(0, end));
      part.lines.addAll(lines.subList(0, end));
      return part;
    }

    Part from(int begin) {
      Part part = new Part();
      part.fields.addAll(fields().subList(begin, fields.size()));
      part.lines.addAll(lines.subList(begin, lines.size()));
      return part;
    }

    int firstTagged() {
      for (int i = 0; i < fields.size(); i++) {
        if (!fields.get(i).tag().isEmpty()) {
          return i;
        }
      }
      return -1;
    }

    boolean lastIsTagged() {
      return !fields.isEmpty() && !fields.getLast().tag().isEmpty();
    }

    void openAt(RawField field, int at) {
      opening = field;
      line = at;
    }

    @Nullable RawField opening() {
      return opening;
    }

    int line() {
      return line;
    }

    int line(int field) {
      return lines.get(field);
    }

    int lastLine() {
      return lines.getLast();
    }

    int lineOf(RawField field) {
      int at = fields().indexOf(field);
      return at < 0 ? line : lines.get(at);
    }
  }
}
