package org.myocohort.statistics.meta.mixed;

/// How the levels of the studies stand in a mixed model of two arms.
///
/// - **Source:** Stijnen T, Hamza TH, Özdemir P. Stat Med 2010;29:3046-3067, doi:10.1002/sim.4040;
///   Jackson D, Law M, Stijnen T, Viechtbauer W, White IR. Stat Med 2018;37:1059-1085,
///   doi:10.1002/sim.7588.
public enum SparseModel {
  /// A free level for each study.
  UNCONDITIONAL_FIXED("UM.FS"),
  /// Normal random levels.
  UNCONDITIONAL_RANDOM("UM.RS"),
  /// Given the margins of each table: the non-central hypergeometric distribution, or for rates the
  /// binomial one.
  CONDITIONAL_EXACT("CM.EL"),
  /// Given the events of each study, where events are rare: binomial with the ratio of the arms'
  /// sizes as offset.
  CONDITIONAL_APPROXIMATE("CM.AL");

  private final String code;

  SparseModel(String code) {
    this.code = code;
  }

  /// The short name in common use.
  public String code() {
    return code;
  }
}
