package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.entry.Collision;
import org.myocohort.registry.patient.RowVersion;
import org.myocohort.registry.patient.StoredRow;

/// Both editors' versions, side by side.
///
/// @param action address of the form
/// @param revision the revision that the next save starts from
/// @param hidden what was typed, by field name
/// @param others sentences of what else changed since
public record ConflictPage(
    String patient,
    String base,
    String action,
    long revision,
    Map<String, String> hidden,
    String reason,
    List<RowView> rows,
    List<String> others) {

  /// A row.
  ///
  /// @param head what changed, by whom and when; empty where nobody else touched it
  /// @param why the other one's reason, empty for none
  public record RowView(
      String table,
      String id,
      boolean fresh,
      boolean removed,
      String head,
      String why,
      List<ChoiceView> values) {
    public RowView {
      values = List.copyOf(values);
    }
  }

  /// A value. Exactly one side is proposed, or none where both changed it.
  public record ChoiceView(
      String field,
      String label,
      String from,
      String theirs,
      String mine,
      boolean open,
      boolean mineFirst,
      boolean choosable) {
    public String id() {
      return "pick-" + field.replace('.', '-');
    }
  }

  public boolean open() {
    return rows.stream().flatMap(row -> row.values().stream()).anyMatch(ChoiceView::open);
  }

  static ConflictPage of(
      Texts texts,
      People people,
      String base,
      FormName form,
      EntryDesk.Outcome.Collided collided,
      Map<String, String> typed) {
    List<RowView> rows = new ArrayList<>();
    for (Collision collision : collided.collisions()) {
      rows.add(row(texts, people, collision));
    }
    List<String> others = new ArrayList<>();
    for (StoredRow row : collided.others()) {
      others.add(texts.text("entry.table." + row.table()) + " " + row.id());
    }
    Map<String, String> hidden = new java.util.TreeMap<>(typed);
    hidden
        .keySet()
        .removeIf(name ->
            name.startsWith("pick.")
                || name.startsWith("confirm.")
                || name.equals("revision")
                || name.equals("reason")
                || name.equals("_csrf"));
    return new ConflictPage(
        collided.current().key().id(),
        base,
        base + "/" + form.path(),
        collided.current().revision(),
        hidden,
        typed.getOrDefault("reason", ""),
        rows,
        others);
  }

  private static RowView row(Texts texts, People people, Collision collision) {
    String table = collision.row().table();
    RowVersion by = collision.by();
    List<ChoiceView> values = new ArrayList<>();
    for (Collision.Choice choice : collision.values()) {
      values.add(
          new ChoiceView(
              choice.field(),
              FieldViews.label(texts, table, choice.column()),
              shown(texts, table, choice, choice.from()),
              shown(texts, table, choice, choice.theirs()),
              shown(texts, table, choice, choice.mine()),
              choice.open() && !collision.removed(),
              choice.mineFirst() || collision.removed(),
              !collision.row().isNew()
                  && !collision.removed()
                  && !choice.theirs().equals(choice.mine())));
    }
    String head =
        by == null
            ? ""
            : texts.text(
                collision.removed() ? "entry.conflict.removed" : "entry.conflict.by",
                people.name(texts, by.actor()),
                Times.shown(by.at()));
    return new RowView(
        table,
        collision.row().id(),
        collision.row().isNew(),
        collision.removed(),
        head,
        by == null || by.reason().isBlank() ? "" : texts.text("entry.conflict.why", by.reason()),
        values);
  }

  private static String shown(Texts texts, String table, Collision.Choice choice, String text) {
    return FieldViews.shown(texts, table, choice.column(), text);
  }
}
