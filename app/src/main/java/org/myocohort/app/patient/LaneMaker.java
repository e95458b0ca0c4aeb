package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Mark;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;

/// What every lane of a timeline is made from, and the rows of the table that grow with its marks.
final class LaneMaker {
  final PatientResults results;
  final PatientRecord patient;
  final TimeAxis axis;
  final Words words;
  final SourceLinks links;
  private final List<TimelineRow> rows = new ArrayList<>();

  LaneMaker(PatientResults results, TimeAxis axis, Words words, SourceLinks links) {
    this.results = results;
    this.patient = results.patient();
    this.axis = axis;
    this.words = words;
    this.links = links;
  }

  List<TimelineRow> rows() {
    return List.copyOf(rows);
  }

  /// A mark that opens its source, said in the figure as in the table.
  ///
  /// @param date when, in words
  /// @param remark empty for none
  Mark mark(
      String lane,
      String value,
      String date,
      double month,
      String remark,
      RowReference row,
      String column) {
    boolean corrected = links.isCorrected(row);
    rows.add(
        new TimelineRow(
            lane, date, signed(month), value, remark, links.to(row, column), corrected));
    StringBuilder title = new StringBuilder(value).append(", ").append(date);
    if (!remark.isEmpty()) {
      title.append("; ").append(remark);
    }
    if (corrected) {
      title.append("; ").append(words.text("timeline.corrected"));
    }
    return links.mark(title.toString(), row, column);
  }

  /// A label with the sign of a corrected value.
  String label(String text, RowReference row) {
    return links.isCorrected(row) ? text + " *" : text;
  }

  private static String signed(double month) {
    long tenths = Math.round(month * 10);
    return tenths == 0
        ? "0"
        : (tenths > 0 ? "+" : "\u2212") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
