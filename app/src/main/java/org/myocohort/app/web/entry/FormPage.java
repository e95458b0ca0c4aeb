package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.registry.patient.StoredPatient;

/// A form as its page shows it.
///
/// @param base address of the patient
/// @param path rest of the form's address
/// @param rows by key
/// @param reasonAsked whether a standing value can be changed here, so that a reason may be needed
/// @param lock sentence that says who locked the patient, or null
public record FormPage(
    String study,
    String patient,
    String base,
    String path,
    String table,
    String row,
    boolean fresh,
    boolean readOnly,
    long revision,
    String date,
    Map<String, RowView> rows,
    String reason,
    boolean reasonAsked,
    boolean move,
    List<ErrorView> errors,
    List<FieldView.DoubtView> doubts,
    @Nullable String lock,
    @Nullable DraftView draft,
    boolean continued) {

  /// A row of the form.
  public record RowView(
      String key, String table, String id, boolean fresh, List<FieldView> fields) {
    public RowView {
      fields = List.copyOf(fields);
    }

    /// The field of a column, or null where the form has none.
    public @Nullable FieldView field(String column) {
      return fields.stream().filter(each -> each.column().equals(column)).findFirst().orElse(null);
    }

    public List<FieldView> fields(List<String> columns) {
      return fields.stream().filter(each -> columns.contains(each.column())).toList();
    }
  }

  /// An entry of the summary of errors.
  ///
  /// @param target id of the field, empty for none
  /// @param label name of the field, empty for none
  public record ErrorView(String target, String label, String sentence) {}

  /// An unsaved draft that can be continued.
  public record DraftView(String at, boolean older) {}

  /// The row with a key.
  public RowView row(String key) {
    RowView row = rows.get(key);
    if (row == null) {
      throw new IllegalArgumentException("no row " + key);
    }
    return row;
  }

  /// The measurements of a visit form.
  public List<RowView> measured() {
    return rows.values().stream().filter(row -> row.table().equals("measurements")).toList();
  }

  /// The measurements that stand already.
  public boolean holdsMeasured() {
    return measured().stream().anyMatch(row -> !row.fresh());
  }

  /// Every doubt without a field of its own.
  public List<FieldView.DoubtView> loose() {
    return doubts.stream().filter(doubt -> doubt.doubt().field().isEmpty()).toList();
  }

  /// What a form is made of.
  record Parts(
      StoredPatient patient,
      FormName name,
      List<FormRow> rows,
      Map<String, String> typed,
      List<FieldProblem> problems,
      List<Doubts.Doubt> doubts,
      LastValues last,
      String date,
      Map<String, Long> corrections) {}

  static FormPage of(
      Texts texts,
      String base,
      Parts parts,
      boolean readOnly,
      @Nullable String lock,
      @Nullable DraftView draft,
      boolean continued) {
    FieldViews views =
        new FieldViews(texts, parts.last(), parts.typed(), parts.problems(), parts.doubts(), base);
    Map<String, RowView> rows = new java.util.LinkedHashMap<>();
    Map<String, FieldView> fields = new TreeMap<>();
    for (FormRow row : parts.rows()) {
      List<FieldView> list = new ArrayList<>();
      for (String column : row.columns()) {
        FieldView field = views.of(row, column, parts.corrections().getOrDefault(column, 0L));
        list.add(field);
        fields.put(field.name(), field);
      }
      rows.put(row.key(), new RowView(row.key(), row.table(), row.id(), row.isNew(), list));
    }
    List<ErrorView> errors = new ArrayList<>();
    for (FieldProblem problem : parts.problems()) {
      FieldView field = fields.get(problem.field());
      errors.add(
          new ErrorView(
              field != null ? field.id() : problem.field(),
              field != null
                  ? field.label()
                  : problem.field().equals("reason") ? texts.text("entry.reason") : "",
              problem.sentence(texts)));
    }
    return new FormPage(
        parts.patient().key().study(),
        parts.patient().key().id(),
        base,
        parts.name().path(),
        parts.name().table(),
        parts.name().row() == null ? "" : parts.name().row(),
        parts.rows().getFirst().isNew(),
        readOnly,
        parts.patient().revision(),
        parts.date(),
        rows,
        parts.typed().getOrDefault("reason", ""),
        parts.rows().stream().anyMatch(row -> !row.isNew()),
        parts.typed().containsKey("move"),
        errors,
        parts.doubts().stream().map(views::view).toList(),
        lock,
        draft,
        continued);
  }
}
