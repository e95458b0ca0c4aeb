package org.myocohort.assay.plate;

import java.util.List;

/// A plate: one marker, measured once.
///
/// @param file that the signals come from
/// @param marker what was measured
/// @param unit UCUM unit of the concentrations, empty where nobody said
/// @param batch name of the plate
/// @param wells in use, in the order of the file
public record Plate(String file, String marker, String unit, String batch, List<Well> wells) {
  public Plate {
    wells = List.copyOf(wells);
  }
}
