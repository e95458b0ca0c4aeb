package org.myocohort.app.web.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.Words;
import org.myocohort.care.taper.Confirmation;
import org.myocohort.care.taper.PlanRequest;
import org.myocohort.care.taper.PlanStep;

/// What was typed to make a plan or to change its steps.
///
/// @param day the steps typed, a row each: the first day of a dose
/// @param mg the dose of the row, mg a day
/// @param why the reason of the row
/// @param flareKnown whether who wrote steps says to know of a flare
/// @param version of the plan that was seen, 0 for none
public record TaperForm(
    @Nullable String weight,
    @Nullable String dose,
    @Nullable String start,
    @Nullable String weeks,
    @Nullable String months,
    @Nullable String target,
    @Nullable List<String> confirm,
    @Nullable List<String> day,
    @Nullable List<String> mg,
    @Nullable List<String> why,
    @Nullable Boolean flareKnown,
    long version) {
  /// Rows for further steps under those that stand.
  private static final int EMPTY_ROWS = 3;

  /// One step as typed.
  public record Row(String day, String mg, String why) {
    boolean isBlank() {
      return (day + mg + why).isBlank();
    }
  }

  /// What was typed, and where the form had no such field what is usual.
  TaperForm over(TaperForm usual) {
    return new TaperForm(
        weight == null ? usual.weight : weight,
        dose == null ? usual.dose : dose,
        start == null ? usual.start : start,
        weeks == null ? usual.weeks : weeks,
        months == null ? usual.months : months,
        target == null ? usual.target : target,
        List.of(),
        day == null ? usual.day : day,
        day == null ? usual.mg : mg,
        day == null ? usual.why : why,
        flareKnown,
        usual.version);
  }

  Set<Confirmation> confirmed() {
    Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    for (String code : Objects.requireNonNullElse(confirm, List.<String>of())) {
      Confirmation.of(code).ifPresent(confirmed::add);
    }
    return confirmed;
  }

  /// The request; what cannot be read is said instead.
  Optional<PlanRequest> request(List<String> problems, Words words) {
    BigDecimal kilograms = number(weight, "weight", problems, words);
    BigDecimal milligrams = number(dose, "dose", problems, words);
    BigDecimal reach = number(target, "target", problems, words);
    LocalDate first = day(Objects.requireNonNullElse(start, ""));
    Integer plateau = whole(weeks);
    Integer down = whole(months);
    if (first == null) {
      problems.add(words.text("taper.page.no-date", shown(start)));
    }
    if (plateau == null || down == null || reach == null) {
      problems.add(words.text("taper.page.incomplete"));
    }
    if (!problems.isEmpty() || first == null || plateau == null || down == null || reach == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanRequest(
            kilograms,
            kilograms == null ? milligrams : null,
            first,
            plateau,
            down,
            reach,
            confirmed()));
  }

  /// The steps as typed, and empty rows for more.
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>(typedRows());
    for (int i = 0; i < EMPTY_ROWS; i++) {
      rows.add(new Row("", "", ""));
    }
    return rows;
  }

  private List<Row> typedRows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; day != null && i < day.size(); i++) {
      Row row = new Row(day.get(i), at(mg, i), at(why, i));
      if (!row.isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String at(@Nullable List<String> fields, int index) {
    return fields == null || index >= fields.size() ? "" : fields.get(index);
  }

  /// The steps as typed; a row without anything is none.
  List<PlanStep> typedSteps(List<String> problems, Words words) {
    List<PlanStep> read = new ArrayList<>();
    for (Row row : typedRows()) {
      LocalDate first = day(row.day());
      BigDecimal dose = decimal(row.mg());
      if (first == null || dose == null) {
        problems.add(
            words.text("taper.page.no-step", shown(row.day()), shown(row.mg()), shown(row.why())));
      } else {
        read.add(new PlanStep(first, dose, row.why().strip()));
      }
    }
    return read;
  }

  private static @Nullable BigDecimal number(
      @Nullable String text, String field, List<String> problems, Words words) {
    if (text == null || text.isBlank()) {
      return null;
    }
    BigDecimal number = decimal(text);
    if (number == null) {
      problems.add(words.text("taper.page.no-number", words.text("taper.page." + field), text));
    }
    return number;
  }

  /// A number of at most a few digits, with a point or a comma.
  private static @Nullable BigDecimal decimal(String text) {
    String plain = text.strip().replace(',', '.');
    return plain.matches("-?[0-9]{1,6}(\\.[0-9]{1,4})?") ? new BigDecimal(plain) : null;
  }

  private static @Nullable Integer whole(@Nullable String text) {
    return text != null && text.strip().matches("[0-9]{1,3}")
        ? Integer.valueOf(text.strip())
        : null;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return day.getYear() >= 1900 && day.getYear() <= 2200 ? day : null;
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String shown(@Nullable String text) {
    return text == null || text.isBlank() ? "–" : text;
  }
}
