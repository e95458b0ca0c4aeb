package org.myocohort.assay.plate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.myocohort.assay.sample.SampleFacts;

/// A well in use.
///
/// @param position such as `A1`
/// @param line of the file that says what it holds
/// @param name of the sample or control; empty for standards and blanks
/// @param concentration known of a standard, and of a control where it is
/// @param dilution by how much the sample was diluted, 1 for not at all
/// @param facts of a sample
public record Well(
    String position,
    int line,
    WellKind kind,
    String name,
    @Nullable BigDecimal concentration,
    BigDecimal dilution,
    Signal signal,
    SampleFacts facts) {}
