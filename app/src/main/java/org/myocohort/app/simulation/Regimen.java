package org.myocohort.app.simulation;

import java.util.List;

/// How each drug is given: start dose, target dose, route and interval.
///
/// Usual regimens (sizes as in the treatment pages that `docs` cite), chosen for the example; no
/// dosing advice.
final class Regimen {
  private Regimen() {}

  /// The rows of one drug.
  ///
  /// @param high whether the higher of two usual doses is given
  static List<Course> courses(
      String drug, boolean high, double weight, long start, long stop, String why, String end) {
    Plan plan = new Plan(drug, start, stop, why, end);
    return switch (drug) {
      case "anakinra" -> List.of(plan.all(high ? "200" : "100", "mg", "sc", "daily"));
      case "azathioprine" ->
          plan.stepped("50", weight > 68 || high ? "150" : "100", "mg", "oral", "daily", 21);
      case "methotrexate" ->
          List.of(plan.all(high ? "20" : "15", "mg", high ? "sc" : "oral", "weekly"));
      case "mycophenolate mofetil" ->
          plan.stepped("0.5", high ? "1.5" : "1", "g", "oral", "twice daily", 14);
      case "tacrolimus" -> plan.stepped("1", high ? "2.5" : "2", "mg", "oral", "twice daily", 21);
      case "cyclophosphamide" -> List.of(plan.all("0.75", "g", "iv", "every 4 weeks"));
      case "intravenous immunoglobulins" -> List.of(plan.all("2", "g/kg", "iv", "every 4 weeks"));
      case "rituximab" -> plan.twoInfusions();
      default -> throw new IllegalArgumentException("drug without a regimen: " + drug);
    };
  }

  /// Three days of methylprednisolone into the vein.
  static Course pulse(long start, boolean high, String why) {
    return new Course(
        "methylprednisolone",
        high ? "1000" : "500",
        "mg",
        "iv",
        "daily",
        start,
        start + 3,
        why,
        "course complete");
  }

  /// Five days of immunoglobulins, 2 g/kg in all.
  static Course immunoglobulins(long start, String why) {
    return new Course(
        "intravenous immunoglobulins",
        "0.4",
        "g/kg",
        "iv",
        "daily",
        start,
        start + 5,
        why,
        "course complete");
  }

  private record Plan(String drug, long start, long stop, String why, String end) {
    Course all(String dose, String unit, String route, String frequency) {
      return new Course(drug, dose, unit, route, frequency, start, stop, why, end);
    }

    /// A start dose for some days, then the target dose.
    List<Course> stepped(
        String first, String target, String unit, String route, String frequency, int days) {
      if (stop != Course.ONGOING && stop <= start + days) {
        return List.of(all(first, unit, route, frequency));
      }
      return List.of(
          new Course(drug, first, unit, route, frequency, start, start + days, why, "dose raised"),
          new Course(drug, target, unit, route, frequency, start + days, stop, "target dose", end));
    }

    /// Two infusions two weeks apart, repeated every half year: a row each.
    List<Course> twoInfusions() {
      return List.of(
          all("1", "g", "iv", "every 6 months"),
          new Course(
              drug, "1", "g", "iv", "every 6 months", start + 14, stop, "second infusion", end));
    }
  }
}
