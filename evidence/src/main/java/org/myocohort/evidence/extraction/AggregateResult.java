package org.myocohort.evidence.extraction;

import java.math.BigDecimal;
import org.myocohort.patient.Value;

/// A result that a report gives of several patients together, a line of `results.csv`.
///
/// A field that the report does not give says so (`NR`), and is no number.
///
/// @param id unique in the extraction
/// @param report that prints it
/// @param outcome code of the review's outcome
/// @param definition code of what counts as the outcome; empty where nobody has said so
/// @param group of patients, such as the arm; empty for all
/// @param events patients with the outcome
/// @param total patients of whom it is known
/// @param estimate of an effect, with `low` and `high`, the limits of its interval
/// @param unit of mean, deviation, estimate and limits
/// @param months after the start of treatment
/// @param printed the report's own characters, not changed
/// @param line of the row in its file
public record AggregateResult(
    String id,
    String report,
    String outcome,
    String definition,
    String group,
    Value<Integer> events,
    Value<Integer> total,
    Value<BigDecimal> mean,
    Value<BigDecimal> sd,
    Value<BigDecimal> estimate,
    Value<BigDecimal> low,
    Value<BigDecimal> high,
    Value<String> unit,
    Value<BigDecimal> months,
    String printed,
    int line) {}
