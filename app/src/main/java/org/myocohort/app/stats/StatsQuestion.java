package org.myocohort.app.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.rank.ZeroMethod;

/// What is asked of a table.
///
/// @param method which method
/// @param options alternative, computation and level
/// @param zeros what a signed-rank test does with zeros
/// @param interval of a proportion
/// @param quartiles of descriptives
/// @param nullValue the null hypothesis where it is not the usual one
/// @param until end of the restricted mean
/// @param groups the two groups to compare, in order
record StatsQuestion(
    StatsMethod method,
    TestOptions options,
    ZeroMethod zeros,
    IntervalChoice interval,
    QuantileMethod quartiles,
    OptionalDouble nullValue,
    OptionalDouble until,
    Optional<List<String>> groups) {}
