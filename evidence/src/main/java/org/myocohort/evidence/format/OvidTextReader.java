package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads Ovid's labelled text: `<1>`, then a label in a line of its own, then its indented value.
final class OvidTextReader implements FormatReader {
  private static final Pattern NUMBER = Pattern.compile("<[0-9]+>\\.?");
  private static final Pattern LABEL = Pattern.compile("[A-Z][A-Za-z()/&,' -]{1,60}:?");

  private final List<RawField> fields = new ArrayList<>();
  private @Nullable String label;
  private final StringBuilder value = new StringBuilder();
  private String firstLabel = "";
  private boolean numbered;
  private int begin;

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (NUMBER.matcher(line.strip()).matches()) {
        finish(reading);
        numbered = true;
        begin = lines.number();
        fields.add(new RawField("", line));
      } else if (LABEL.matcher(line).matches()) {
        close();
        String name = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        if (!numbered && name.equals(firstLabel)) {
          finish(reading);
        }
        firstLabel = firstLabel.isEmpty() ? name : firstLabel;
        begin = fields.isEmpty() ? lines.number() : begin;
        label = name.strip().intern();
      } else if (label != null) {
        value.append(value.isEmpty() ? "" : "\n").append(line);
      } else if (!line.isBlank()) {
        reading.count(ReadNotice.Kind.OUTSIDE, 1, lines.number());
      }
    }
    finish(reading);
  }

  private void close() {
    String name = label;
    if (name != null) {
      fields.add(new RawField(name, value.toString()));
    }
    label = null;
    value.setLength(0);
  }

  private void finish(Reading reading) throws IOException {
    close();
    if (fields.stream().anyMatch(field -> !field.tag().isEmpty())) {
      RecordDraft draft = new RecordDraft().fields(fields);
      OvidFields.map(
          fields, draft, (field, kind) -> reading.problem(begin, field.tag(), kind, field.value()));
      reading.add(draft, begin);
    } else if (!fields.isEmpty()) {
      reading.problem(begin, "", ReadProblem.Kind.NOTHING_READABLE, fields.getFirst().value());
    }
    fields.clear();
  }
}
