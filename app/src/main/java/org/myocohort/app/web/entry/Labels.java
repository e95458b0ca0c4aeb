package org.myocohort.app.web.entry;

import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.NotFound;
import org.myocohort.exchange.study.StudySchema;

/// What tables, columns and stored texts are called on pages.
public final class Labels {
  private Labels() {}

  /// `Treatment T1`.
  public static String row(Texts texts, String table, String row) {
    String key = "entry.table." + table;
    return (texts.has(key) ? texts.text(key) : table) + " " + row;
  }

  public static String column(Texts texts, String table, String column) {
    return FieldViews.label(texts, table, column);
  }

  /// A stored text in words.
  public static String text(Texts texts, String table, String column, String text) {
    return FieldViews.shown(texts, table, column, text);
  }

  /// Ends what names a column that its table does not have.
  ///
  /// @throws NotFound if it has none of this name
  public static void known(String table, String column) {
    if (StudySchema.table(table).flatMap(found -> found.column(column)).isEmpty()) {
      throw new NotFound();
    }
  }
}
