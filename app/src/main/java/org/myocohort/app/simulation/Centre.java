package org.myocohort.app.simulation;

/// The three invented centres, each with its own form of muscle testing and its own laboratory.
///
/// Upper limits of normal are OURS, of a usual size; one laboratory reports enzymes in microkatal
/// per litre (1 ukat/L = 60 U/L) so that units have to be converted.
enum Centre {
  MILAN("Synthetic centre Milan", 150, new Enzymes("U/L", 0, 170, 200, 250, 40, 45), "Milan lab"),
  STOCKHOLM(
      "Synthetic centre Stockholm",
      80,
      new Enzymes("ukat/L", 2, 3.5, 4.7, 4.2, 0.75, 0.85),
      "Stockholm lab"),
  LYON("Synthetic centre Lyon", 150, new Enzymes("U/L", 0, 145, 190, 225, 35, 40), "Lyon lab");

  /// How a laboratory reports muscle enzymes.
  ///
  /// @param unit UCUM unit of all five
  /// @param decimals decimals printed
  /// @param ckFemale upper limit of CK in women
  /// @param ckMale upper limit of CK in men
  /// @param ldh upper limit of LDH
  /// @param ast upper limit of AST
  /// @param alt upper limit of ALT
  record Enzymes(
      String unit,
      int decimals,
      double ckFemale,
      double ckMale,
      double ldh,
      double ast,
      double alt) {}

  private final String title;
  private final int strengthMaximum;
  private final Enzymes enzymes;
  private final String laboratory;

  Centre(String title, int strengthMaximum, Enzymes enzymes, String laboratory) {
    this.title = title;
    this.strengthMaximum = strengthMaximum;
    this.enzymes = enzymes;
    this.laboratory = laboratory;
  }

  String title() {
    return title;
  }

  /// The maximum of the manual muscle test used there.
  int strengthMaximum() {
    return strengthMaximum;
  }

  Enzymes enzymes() {
    return enzymes;
  }

  String laboratory() {
    return laboratory;
  }
}
