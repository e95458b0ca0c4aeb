package org.myocohort.app.simulation;

import org.myocohort.patient.MuscleEnzyme;

/// The three invented centres, each with its own form of muscle testing and its own laboratory.
///
/// Upper limits of normal are OURS, of a usual size; one laboratory reports enzymes in microkatal
/// per litre (1 ukat/L = 60 U/L) so that units have to be converted.
enum Centre {
  MILAN("Synthetic centre Milan", "Milan lab", 150, "U/L", 0, 170, 200, 250, 40, 45),
  STOCKHOLM(
      "Synthetic centre Stockholm", "Stockholm lab", 80, "ukat/L", 2, 3.5, 4.7, 4.2, 0.75, 0.85),
  LYON("Synthetic centre Lyon", "Lyon lab", 150, "U/L", 0, 145, 190, 225, 35, 40);

  private final String title;
  private final String laboratory;
  private final int strengthMaximum;
  private final String enzymeUnit;
  private final int enzymeDecimals;
  private final double ckWomen;
  private final double ckMen;
  private final double ldh;
  private final double ast;
  private final double alt;

  Centre(
      String title,
      String laboratory,
      int strengthMaximum,
      String enzymeUnit,
      int enzymeDecimals,
      double ckWomen,
      double ckMen,
      double ldh,
      double ast,
      double alt) {
    this.title = title;
    this.laboratory = laboratory;
    this.strengthMaximum = strengthMaximum;
    this.enzymeUnit = enzymeUnit;
    this.enzymeDecimals = enzymeDecimals;
    this.ckWomen = ckWomen;
    this.ckMen = ckMen;
    this.ldh = ldh;
    this.ast = ast;
    this.alt = alt;
  }

  String title() {
    return title;
  }

  String laboratory() {
    return laboratory;
  }

  /// The maximum of the manual muscle test used there.
  int strengthMaximum() {
    return strengthMaximum;
  }

  /// UCUM unit of all muscle enzymes.
  String enzymeUnit() {
    return enzymeUnit;
  }

  int enzymeDecimals() {
    return enzymeDecimals;
  }

  /// @throws IllegalArgumentException for aldolase, which none of the laboratories measures
  double upperLimit(MuscleEnzyme enzyme, boolean female) {
    return switch (enzyme) {
      case CK -> female ? ckWomen : ckMen;
      case LDH -> ldh;
      case AST -> ast;
      case ALT -> alt;
      case ALDOLASE -> throw new IllegalArgumentException("aldolase is not measured here");
    };
  }
}
