package org.myocohort.exchange.study;

import org.myocohort.patient.RowReference;

/// One summary number as a publication prints it: every field is the printed text, empty where
/// nothing is printed.
///
/// @param line the line of the file
/// @param source the publication
/// @param quantity what the number describes
/// @param nSource whether the publication prints n, or it was inferred
/// @param statistic what kind of number it is
/// @param lowHighKind what low and high are
/// @param comparison what p compares with
public record ReportedStatisticRow(
    RowReference row,
    int line,
    String source,
    String quantity,
    String unit,
    String n,
    String nSource,
    String statistic,
    String value,
    String low,
    String high,
    String lowHighKind,
    String pValue,
    String comparison) {}
