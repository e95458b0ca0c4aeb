package org.myocohort.assay.plate;

/// What the user says of a plate, which counts where its file does not say it; empty for nothing.
///
/// @param marker what was measured
/// @param unit UCUM unit of the concentrations
/// @param batch name of the plate
public record PlateNames(String marker, String unit, String batch) {}
