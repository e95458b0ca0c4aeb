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
/// @param version of the plan that was seen, 0 for none
public record TaperForm(
    @Nullable String weight,
    @Nullable String dose,
    @Nullable String start,
    @Nullable String weeks,
    @Nullable String months,
    @Nullable String target,
    @Nullable List<String> confirm,
    @Nullable String steps,
    long version) {

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
        steps == null ? usual.steps : steps,
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

  /// The steps as typed, one a line: day, dose, and why where it goes up.
  List<PlanStep> typedSteps(List<String> problems, Words words) {
    List<PlanStep> read = new ArrayList<>();
    for (String line : Objects.requireNonNullElse(steps, "").lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      String[] fields = line.strip().split("\\s+", 3);
      LocalDate day = day(fields[0]);
      BigDecimal mg = fields.length < 2 ? null : decimal(fields[1]);
      if (day == null || mg == null) {
        problems.add(words.text("taper.page.no-step-line", line.strip()));
      } else {
        read.add(new PlanStep(day, mg, fields.length == 3 ? fields[2] : ""));
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
