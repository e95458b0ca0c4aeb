package org.myocohort.app.web.study;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.patients.ListAddress;
import org.myocohort.figures.BarStrip;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.registry.overview.PatientQuery;
import org.myocohort.registry.overview.StudyNumbers;

/// A study's numbers with their bars.
///
/// @param completeness of everything expected, how much is known, in percent
/// @param items of each expected item, how often it is known
/// @param categories patients by their latest response category
public record ShownNumbers(
    StudyNumbers numbers, int completeness, List<Bar> items, List<Bar> categories) {

  /// A number with its share of a whole.
  ///
  /// @param share in percent, rounded down
  /// @param rest what is missing to the whole
  /// @param svg the share as a bar
  /// @param address of the patients counted, or empty
  public record Bar(String label, long count, int share, long rest, String svg, String address) {}

  static ShownNumbers of(String study, StudyNumbers numbers, Texts texts) {
    List<Bar> items = new ArrayList<>();
    for (StudyNumbers.Completeness each : numbers.completeness()) {
      items.add(
          bar(
              texts.text("overview.item." + each.item().code()),
              each.filled(),
              each.expected(),
              Hue.BLUE,
              ""));
    }
    List<Bar> categories = new ArrayList<>();
    for (String code : List.of("major", "moderate", "minimal", "none", "undetermined", "")) {
      long count = numbers.categories().getOrDefault(code, 0L);
      if (count > 0 || !code.equals("undetermined")) {
        categories.add(
            bar(
                texts.text(code.isEmpty() ? "overview.no-score" : "category." + code),
                count,
                numbers.patients(),
                Hue.GREEN,
                ListAddress.of(study, category(code.isEmpty() ? PatientQuery.NONE : code))));
      }
    }
    return new ShownNumbers(
        numbers, percent(numbers.filled(), numbers.expected()), items, categories);
  }

  private static PatientQuery category(String code) {
    PatientQuery all = PatientQuery.ALL;
    return new PatientQuery("", "", "", "", code, "", List.of(), all.sort(), all.descending(), 1);
  }

  private static int percent(long part, long whole) {
    return whole == 0 ? 0 : (int) (part * 100 / whole);
  }

  private static Bar bar(String label, long count, long whole, Hue hue, String address) {
    int share = percent(count, whole);
    String title = label + ": " + count + " / " + whole;
    return new Bar(
        label,
        count,
        share,
        whole - count,
        BarStrip.of(
                (double) (whole == 0 ? 0 : count),
                (double) Math.max(1, whole),
                hue,
                Mark.of(title, "overview"))
            .render(),
        address);
  }
}
