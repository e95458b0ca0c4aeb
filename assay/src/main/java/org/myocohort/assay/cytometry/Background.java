package org.myocohort.assay.cytometry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;

/// Takes off what cells make without stimulation, for the populations that the user names.
///
/// A difference may come out below 0: it stays so, for a zero in its place would be a guess. A
/// stimulated sample without its unstimulated one is an error.
public final class Background {
  private static final Set<String> UNSTIMULATED =
      Set.of("unstimulated", "unstim", "medium", "background", "none", "non stimolato");

  private Background() {}

  static boolean isUnstimulated(String condition) {
    return UNSTIMULATED.contains(condition.toLowerCase(Locale.ROOT));
  }

  /// The shares with the background taken off, without the unstimulated ones of these populations.
  ///
  /// @param populations names of populations, the last of their paths, such as `IFNg+`
  /// @throws BadInputException if a partner is missing or no population has such a name
  public static CytometryTable subtracted(
      CytometryTable table, Set<String> populations, String file) throws BadInputException {
    Problems problems = new Problems();
    for (String population : populations) {
      if (table.shares().stream().noneMatch(share -> share.path().getLast().equals(population))) {
        problems.add(file, 0, "", "cytometry-no-population", population);
      }
    }
    Map<String, PopulationShare> unstimulated = new LinkedHashMap<>();
    for (PopulationShare share : table.shares()) {
      if (isUnstimulated(share.facts().condition())) {
        unstimulated.put(key(share), share);
      }
    }
    List<PopulationShare> shares = new ArrayList<>();
    for (PopulationShare share : table.shares()) {
      if (!populations.contains(share.path().getLast())) {
        shares.add(share);
      } else if (!isUnstimulated(share.facts().condition())) {
        PopulationShare partner = unstimulated.get(key(share));
        if (partner == null) {
          problems.add(
              file, share.line(), share.population(), "cytometry-no-background", share.name());
        } else {
          shares.add(without(share, partner));
        }
      }
    }
    problems.throwIfAny();
    return new CytometryTable(shares, table.leftOut());
  }

  private static String key(PopulationShare share) {
    return share.facts().sample() + "\n" + share.population() + "\n" + share.parent();
  }

  private static PopulationShare without(PopulationShare share, PopulationShare partner) {
    Value<BigDecimal> difference = Value.absent(AbsenceReason.NOT_DONE);
    if (share.percent() instanceof Value.Known<BigDecimal>(BigDecimal stimulated)
        && partner.percent() instanceof Value.Known<BigDecimal>(BigDecimal background)) {
      difference = Value.of(CytometryReader.plain(stimulated.subtract(background)));
    }
    return new PopulationShare(
        share.line(),
        share.name(),
        share.facts(),
        share.path(),
        share.parent(),
        difference,
        share.events(),
        share.parentEvents(),
        share.fromCounts(),
        partner.percent());
  }
}
