package org.myocohort.app.web.entry;

import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.entry.ValueHistory;

/// One change of one value, as a page shows it.
public record HistoryLine(
    String column,
    String label,
    String from,
    String to,
    boolean removed,
    String at,
    String who,
    String why) {

  static List<HistoryLine> of(
      Texts texts, People people, String table, List<ValueHistory.Change> changes) {
    return changes.stream()
        .map(change ->
            new HistoryLine(
                change.column(),
                FieldViews.label(texts, table, change.column()),
                FieldViews.shown(texts, table, change.column(), change.from()),
                FieldViews.shown(texts, table, change.column(), change.to()),
                change.removed(),
                Times.shown(change.at()),
                people.name(texts, change.actor()),
                change.reason().isEmpty() && change.action().equals("import")
                    ? texts.text("entry.history.import")
                    : change.reason()))
        .toList();
  }
}
