package org.myocohort.app.simulation;

import java.util.List;

/// The antibody that an invented patient has, with how often each manifestation comes with it.
///
/// Weights and probabilities are OURS: ordered as a clinician would expect, no estimate of any
/// population.
enum Serotype {
  JO_1("anti-Jo-1", 42, true, 0.85, 0.75, 0.65, 0.40, 0.40, 0.40, 0.20, 0.20, 0.20),
  PL_12("anti-PL-12", 13, true, 0.50, 0.92, 0.45, 0.50, 0.35, 0.45, 0.15, 0.18, 0.10),
  PL_7("anti-PL-7", 10, true, 0.60, 0.88, 0.45, 0.40, 0.30, 0.40, 0.15, 0.15, 0.15),
  EJ("anti-EJ", 7, true, 0.70, 0.88, 0.35, 0.25, 0.35, 0.40, 0.35, 0.10, 0.15),
  OJ("anti-OJ", 3, true, 0.70, 0.85, 0.40, 0.15, 0.20, 0.35, 0.15, 0.10, 0.15),
  MDA5("anti-MDA5", 8, false, 0.35, 0.88, 0.50, 0.25, 0.30, 0.50, 0.90, 0.04, 0.10),
  SRP("anti-SRP", 6, false, 1.00, 0.10, 0.05, 0.10, 0.00, 0.05, 0.05, 0.15, 0.35),
  HMGCR("anti-HMGCR", 5, false, 1.00, 0.05, 0.05, 0.05, 0.00, 0.03, 0.10, 0.03, 0.20),
  MI_2("anti-Mi-2", 6, false, 0.95, 0.10, 0.20, 0.20, 0.05, 0.10, 0.95, 0.03, 0.25);

  private static final List<Serotype> ALL = List.of(values());

  private final String antibody;
  private final int weight;
  private final boolean synthetase;
  private final double myositis;
  private final double ild;
  private final double arthritis;
  private final double raynaud;
  private final double mechanicsHands;
  private final double fever;
  private final double rash;
  private final double myocarditis;
  private final double dysphagia;

  Serotype(
      String antibody,
      int weight,
      boolean synthetase,
      double myositis,
      double ild,
      double arthritis,
      double raynaud,
      double mechanicsHands,
      double fever,
      double rash,
      double myocarditis,
      double dysphagia) {
    this.antibody = antibody;
    this.weight = weight;
    this.synthetase = synthetase;
    this.myositis = myositis;
    this.ild = ild;
    this.arthritis = arthritis;
    this.raynaud = raynaud;
    this.mechanicsHands = mechanicsHands;
    this.fever = fever;
    this.rash = rash;
    this.myocarditis = myocarditis;
    this.dysphagia = dysphagia;
  }

  static Serotype draw(Chance chance) {
    return ALL.get(chance.weighted(ALL.stream().mapToInt(type -> type.weight).toArray()));
  }

  /// Draws the organs; a patient has at least one of muscle, lung and joint.
  Organs organs(Chance chance) {
    boolean lung = chance.happens(ild);
    boolean joint = chance.happens(arthritis);
    boolean muscle = chance.happens(myositis) || !(lung || joint);
    return new Organs(
        muscle,
        lung,
        joint,
        chance.happens(raynaud),
        chance.happens(mechanicsHands),
        chance.happens(fever),
        chance.happens(rash),
        chance.happens(myocarditis),
        muscle && chance.happens(dysphagia));
  }

  /// Draws the code of the index drug; empty for a patient who never gets one. Anakinra for about
  /// half of all patients.
  String indexDrug(Chance chance) {
    int drawn =
        switch (this) {
          case JO_1, PL_12, PL_7, EJ, OJ -> chance.weighted(60, 12, 5, 7, 6, 10);
          case MDA5 -> chance.weighted(40, 15, 5, 10, 20, 10);
          case SRP, HMGCR -> chance.weighted(15, 28, 42, 5, 0, 10);
          case MI_2 -> chance.weighted(35, 20, 25, 10, 0, 10);
        };
    return List.of(
            "anakinra",
            "rituximab",
            "intravenous immunoglobulins",
            "mycophenolate mofetil",
            "tacrolimus",
            "")
        .get(drawn);
  }

  String antibody() {
    return antibody;
  }

  /// Whether it is one of the anti-synthetase antibodies.
  boolean isSynthetase() {
    return synthetase;
  }

  /// Which organs and signs a patient has.
  record Organs(
      boolean myositis,
      boolean ild,
      boolean arthritis,
      boolean raynaud,
      boolean mechanicsHands,
      boolean fever,
      boolean rash,
      boolean myocarditis,
      boolean dysphagia) {}
}
