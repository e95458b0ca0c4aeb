package org.myocohort.assay.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.biomarker.CsvText;

/// A table of cytometry as tables of the study.
public final class CytometryRows {
  private static final String ASSAY = "flow cytometry";

  private CytometryRows() {}

  /// The shares as rows of the study folder's biomarkers. What was done to the cells is part of the
  /// assay, so that values of different conditions are never taken for one another.
  public static List<BiomarkerRow> biomarkers(CytometryTable table, String batch) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<BiomarkerRow> rows = new ArrayList<>();
    for (PopulationShare share : table.shares()) {
      int number = numbers.merge(share.facts().sample(), 1, Integer::sum);
      rows.add(
          new BiomarkerRow(
              "F-" + batch + "-" + share.facts().sample() + "-" + (number < 10 ? "0" : "") + number,
              share.facts(),
              share.marker(),
              assay(share),
              share.percent(),
              "%",
              share.population(),
              share.parent(),
              batch,
              quality(share)));
    }
    return rows;
  }

  private static String assay(PopulationShare share) {
    String condition = share.facts().condition();
    String how = condition.isEmpty() ? ASSAY : ASSAY + ", " + condition;
    return hasBackground(share) ? how + " minus unstimulated" : how;
  }

  private static boolean hasBackground(PopulationShare share) {
    return share.background().isKnown();
  }

  private static List<String> quality(PopulationShare share) {
    List<String> quality = new ArrayList<>();
    quality.add(share.fromCounts() ? "from-counts" : "as-printed");
    if (hasBackground(share)) {
      quality.add("background-subtracted");
    }
    return quality;
  }

  /// Every share with what it was worked out from.
  public static String quality(CytometryTable table) {
    CsvText text =
        new CsvText(
            List.of(
                "line",
                "name",
                "sample",
                "condition",
                "population",
                "parent",
                "events",
                "parent_events",
                "background_percent",
                "percent",
                "source"));
    for (PopulationShare share : table.shares()) {
      text.row(
          List.of(
              Integer.toString(share.line()),
              share.name(),
              share.facts().sample(),
              share.facts().condition(),
              share.population(),
              share.parent(),
              written(share.events()),
              written(share.parentEvents()),
              hasBackground(share) ? BiomarkerRow.written(share.background()) : "",
              BiomarkerRow.written(share.percent()),
              share.fromCounts() ? "counts" : "printed"));
    }
    return text.toString();
  }

  private static String written(OptionalLong events) {
    return events.isPresent() ? Long.toString(events.getAsLong()) : "";
  }
}
