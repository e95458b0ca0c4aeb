package org.myocohort.assay.cytometry;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.patient.Value;

/// The share of a population in a sample.
///
/// @param line of the table
/// @param name of the sample there
/// @param path of the population from the root
/// @param parent the population that the share refers to, `all events` for the root
/// @param percent of the parent; absent where the table has none or the parent no event
/// @param events of the population, where they are counted
/// @param parentEvents of the parent, where they are counted
/// @param fromCounts whether the percent was worked out from the counts
/// @param background share without stimulation that was taken off; absent where none was
public record PopulationShare(
    int line,
    String name,
    SampleFacts facts,
    List<String> path,
    String parent,
    Value<BigDecimal> percent,
    OptionalLong events,
    OptionalLong parentEvents,
    boolean fromCounts,
    Value<BigDecimal> background) {
  public PopulationShare {
    path = List.copyOf(path);
  }

  /// The path as text, such as `Lymphocytes/CD4/CD45RO`.
  public String population() {
    return String.join("/", path);
  }

  /// The path below its root, such as `CD4/CD45RO`.
  public String marker() {
    return path.size() < 2 ? population() : String.join("/", path.subList(1, path.size()));
  }
}
