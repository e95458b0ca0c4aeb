package org.myocohort.app.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.study.Study;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.plausibility.Finding;
import org.myocohort.plausibility.PlausibilityCheck;
import org.myocohort.registry.patient.StoredPatient;

/// What can be but is unusual: whoever enters it is asked once whether it is right.
///
/// - A scale that moved by half its range since the last visit (a quarter of the muscle test).
/// - A laboratory value ten times the last one or more, or a tenth of it or less: the slip of a
///   decimal mark.
/// - Every warning or error of [PlausibilityCheck] that the record did not have before.
///
/// The two limits are this project's own.
public final class Doubts {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final String JUMP = "entry.doubt.jump";

  private final Entered entered;
  private final LastValues last;
  private final List<Doubt> doubts = new ArrayList<>();

  private Doubts(Entered entered, LastValues last) {
    this.entered = entered;
    this.last = last;
  }

  /// One question.
  ///
  /// @param field name of the field, empty where no field of the form is meant
  /// @param code key of the sentence
  public record Doubt(String field, String code, List<String> values) {
    public Doubt {
      values = List.copyOf(values);
    }

    /// Name of the box that answers it. It holds the values, so that the answer to one question
    /// does not answer the next.
    public String confirmation() {
      return "confirm." + field + "." + code;
    }

    public String confirmed() {
      return String.join("|", values);
    }

    public String sentence(Texts texts) {
      return texts.text(code, values);
    }
  }

  /// The questions that a change raises.
  ///
  /// @param before the record as it stands, or null for a new patient
  /// @param after the record as it would stand
  public static List<Doubt> of(
      Entered entered,
      LastValues last,
      @Nullable Study before,
      Study after,
      StoredPatient patient) {
    Doubts doubts = new Doubts(entered, last);
    for (FormRow row : entered.rows()) {
      switch (row.table()) {
        case "visits" -> doubts.visit(row);
        case "measurements" -> doubts.measurement(row);
        default -> {}
      }
    }
    doubts.plausibility(before, after, patient.key().id());
    return List.copyOf(doubts.doubts);
  }

  /// Those that are not answered yet.
  public static List<Doubt> open(List<Doubt> doubts, Map<String, String> typed) {
    return doubts.stream()
        .filter(doubt -> !doubt.confirmed().equals(typed.get(doubt.confirmation())))
        .toList();
  }

  private void visit(FormRow row) {
    for (CoreSetScale scale : CoreSetScale.values()) {
      BigDecimal range =
          scale == CoreSetScale.MANUAL_MUSCLE_TEST
              ? number(entered.after(row, CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column()))
              : scale.maximum();
      if (range == null
          || scale == CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM
          || !row.columns().contains(scale.column())) {
        continue;
      }
      BigDecimal limit = range.multiply(scale == CoreSetScale.MANUAL_MUSCLE_TEST ? QUARTER : HALF);
      Optional<LastValues.Last> before = last.visit(scale.column());
      BigDecimal now = changed(row, scale.column());
      if (before.isPresent() && now != null && isSameForm(row, scale)) {
        BigDecimal then = number(before.get().text());
        if (then != null && now.subtract(then).abs().compareTo(limit) >= 0) {
          jump(row, scale.column(), before.get());
        }
      }
    }
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      if (row.columns().contains(enzyme.code())) {
        last.visit(enzyme.code()).ifPresent(before -> tenfold(row, enzyme.code(), before));
      }
    }
  }

  /// Muscle tests of different forms do not compare.
  private boolean isSameForm(FormRow row, CoreSetScale scale) {
    if (scale != CoreSetScale.MANUAL_MUSCLE_TEST) {
      return true;
    }
    String column = CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column();
    return last.visit(column)
        .map(LastValues.Last::text)
        .orElse("")
        .equals(entered.after(row, column));
  }

  private void measurement(FormRow row) {
    last.measurement(entered.after(row, "measurement"))
        .filter(before ->
            before.value().unit().equals(entered.after(row, "unit"))
                && before.assay().equals(entered.after(row, "assay")))
        .ifPresent(before -> tenfold(row, "value", before.value()));
  }

  private void tenfold(FormRow row, String column, LastValues.Last before) {
    BigDecimal now = changed(row, column);
    BigDecimal then = number(before.text());
    if (now != null
        && then != null
        && now.signum() > 0
        && then.signum() > 0
        && (now.compareTo(then.multiply(TEN)) >= 0 || then.compareTo(now.multiply(TEN)) >= 0)) {
      jump(row, column, before);
    }
  }

  private void jump(FormRow row, String column, LastValues.Last before) {
    doubts.add(
        new Doubt(
            row.name(column),
            JUMP,
            List.of(entered.after(row, column), before.text(), before.date())));
  }

  /// A number that this form changes; a limit is none.
  private @Nullable BigDecimal changed(FormRow row, String column) {
    String after = entered.after(row, column);
    return row.isNew() || !after.equals(row.before(column)) ? number(after) : null;
  }

  private static @Nullable BigDecimal number(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
  }

  private void plausibility(@Nullable Study before, Study after, String patient) {
    Set<Finding> known = new HashSet<>(before == null ? List.of() : findings(before, patient));
    for (Finding finding : findings(after, patient)) {
      if (!known.contains(finding)) {
        doubts.add(new Doubt(field(finding), "check." + finding.code(), finding.values()));
      }
    }
  }

  private static List<Finding> findings(Study study, String patient) {
    return study.patient(patient).stream()
        .flatMap(record -> PlausibilityCheck.check(record, study.settings()).stream())
        .filter(finding -> finding.level() != Finding.Level.NOTE)
        .toList();
  }

  private String field(Finding finding) {
    for (FormRow row : entered.rows()) {
      if (row.table().equals(finding.row().table())
          && row.id().equals(finding.row().id())
          && row.columns().contains(finding.column())) {
        return row.name(finding.column());
      }
    }
    return "";
  }
}
