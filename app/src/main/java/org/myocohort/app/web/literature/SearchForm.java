package org.myocohort.app.web.literature;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Typed;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchRun;

/// A search as somebody typed it in.
///
/// @param date on which it was run, as year, month and day; empty where it is not known
/// @param count records that the database said it found; empty where it is not known
/// @param limits set apart from the string, separated by semicolons
/// @param keep `true` to keep it; else it is only read
public record SearchForm(
    @Nullable String text,
    @Nullable String dialect,
    @Nullable String database,
    @Nullable String platform,
    @Nullable String date,
    @Nullable String count,
    @Nullable String limits,
    @Nullable Boolean keep) {
  static final SearchForm EMPTY = new SearchForm(null, null, null, null, null, null, null, null);

  /// The string, with line ends as files have them: a browser sends others.
  String typed() {
    return text == null ? "" : text.replace("\r\n", "\n").stripTrailing();
  }

  Optional<Dialect> of() {
    return Dialect.find(Typed.text(dialect));
  }

  boolean isToBeKept() {
    return Boolean.TRUE.equals(keep);
  }

  /// The search, where the form can be kept; else what is wrong is added to the problems.
  Optional<SearchRun> run(String by, List<String> problems, Texts texts) {
    Optional<Dialect> of = of();
    if (of.isEmpty()) {
      problems.add(texts.text("searches.no-dialect"));
    }
    if (Typed.text(database).isEmpty()) {
      problems.add(texts.text("searches.no-database"));
    }
    if (typed().isBlank()) {
      problems.add(texts.text("searches.no-text"));
    }
    LocalDate day = null;
    if (!Typed.text(date).isEmpty()) {
      try {
        day = LocalDate.parse(Typed.text(date));
      } catch (DateTimeParseException _) {
        problems.add(texts.text("searches.no-date", Typed.text(date)));
      }
    }
    Integer found = null;
    if (!Typed.text(count).isEmpty()) {
      if (Typed.text(count).matches("[0-9]{1,9}")) {
        found = Integer.valueOf(Typed.text(count));
      } else {
        problems.add(texts.text("searches.no-count", Typed.text(count)));
      }
    }
    return problems.isEmpty()
        ? Optional.of(
            new SearchRun(
                Typed.text(database),
                Typed.text(platform).isEmpty() ? null : Typed.text(platform),
                of.orElseThrow(),
                typed(),
                day,
                found,
                Arrays.stream(Typed.text(limits).split(";", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList(),
                by))
        : Optional.empty();
  }
}
