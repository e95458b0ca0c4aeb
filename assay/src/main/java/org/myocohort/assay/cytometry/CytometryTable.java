package org.myocohort.assay.cytometry;

import java.util.List;

/// What a table of cytometry says.
///
/// @param shares by sample and population, in the order of the table
/// @param leftOut headings that are neither counts nor shares, and lines that sum up
public record CytometryTable(List<PopulationShare> shares, List<String> leftOut) {
  public CytometryTable {
    shares = List.copyOf(shares);
    leftOut = List.copyOf(leftOut);
  }
}
