package org.myocohort.assay.cytometry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a column or a row says of a population: how many events it holds, or its share of an
/// ancestor.
///
/// @param path of the population, from the root
/// @param ancestor whose share it is, all events where it is empty; for a count its parent
/// @param isCount whether it is a number of events
record GateStatistic(List<String> path, List<String> ancestor, boolean isCount) {
  static final String ALL_EVENTS = "all events";

  private static final Pattern NAMED =
      Pattern.compile(
          "(.*?)[ :_-]*([%#] ?(?:parent|total|grandparent|events|cells))",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> COUNTS =
      Set.of("count", "counts", "#events", "#cells", "events", "cells", "#", "numberofevents");
  private static final Pattern SHARE = Pattern.compile("(?:freq\\.?|frequency|%)(?:of)?(.+)");

  GateStatistic {
    path = List.copyOf(path);
    ancestor = List.copyOf(ancestor);
  }

  /// Why a heading says nothing that can be used.
  enum Refusal {
    /// No share and no count, such as a fluorescence.
    OTHER,
    /// A share of a population that the path does not name.
    PARENT_ABSENT
  }

  /// What a heading says.
  ///
  /// @param statistic null where it is refused
  record Reading(Optional<GateStatistic> statistic, Refusal refusal) {
    static Reading of(GateStatistic statistic) {
      return new Reading(Optional.of(statistic), Refusal.OTHER);
    }

    static Reading refused(Refusal refusal) {
      return new Reading(Optional.empty(), refusal);
    }
  }

  /// Reads `Lymphocytes/CD4/CD45RO | Freq. of Parent (%)`, `… | Count`, `CD4 %Parent`.
  static Reading of(String heading) {
    int bar = heading.lastIndexOf('|');
    if (bar >= 0) {
      return of(heading.substring(0, bar), heading.substring(bar + 1), true);
    }
    Matcher named = NAMED.matcher(heading.strip());
    return named.matches()
        ? of(named.group(1), named.group(2), false)
        : Reading.refused(Refusal.OTHER);
  }

  /// Reads a population's path and a statistic's name.
  ///
  /// @param rooted whether the path is known to be whole, so that its first population is a gate on
  ///   all events
  static Reading of(String population, String statistic, boolean rooted) {
    List<String> path =
        List.of(population.strip().split("/", -1)).stream()
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    String word =
        statistic.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", "").replaceAll("\\s+", "");
    if (path.isEmpty()) {
      return word.equals("count")
          ? Reading.of(new GateStatistic(path, path, true))
          : Reading.refused(Refusal.OTHER);
    }
    List<String> parent = path.subList(0, path.size() - 1);
    if (COUNTS.contains(word)) {
      return Reading.of(new GateStatistic(path, parent, true));
    }
    Matcher share = SHARE.matcher(word);
    if (!share.matches()) {
      return Reading.refused(Refusal.OTHER);
    }
    return switch (share.group(1)) {
      case "parent", "par." ->
          parent.isEmpty() && !rooted
              ? Reading.refused(Refusal.PARENT_ABSENT)
              : Reading.of(new GateStatistic(path, parent, false));
      case "total" -> Reading.of(new GateStatistic(path, List.of(), false));
      case "grandparent" ->
          parent.isEmpty()
              ? Reading.refused(Refusal.PARENT_ABSENT)
              : Reading.of(new GateStatistic(path, parent.subList(0, parent.size() - 1), false));
      default -> named(path, share.group(1));
    };
  }

  /// A share of the nearest ancestor of that name.
  private static Reading named(List<String> path, String ancestor) {
    for (int i = path.size() - 2; i >= 0; i--) {
      if (path.get(i).toLowerCase(Locale.ROOT).replaceAll("\\s+", "").equals(ancestor)) {
        return Reading.of(new GateStatistic(path, path.subList(0, i + 1), false));
      }
    }
    return Reading.refused(Refusal.PARENT_ABSENT);
  }

  static String name(List<String> path) {
    return path.isEmpty() ? ALL_EVENTS : String.join("/", path);
  }
}
