package org.myocohort.statistics.meta.pooling;

/// How the standard error and the interval of the pooled effect are made.
public enum IntervalMethod {
  /// `se = 1/sqrt(sum w)`, normal quantiles.
  NORMAL("z"),
  /// Hartung, Knapp, Sidik and Jonkman: `se^2 = sum w (y - mu)^2/((k - 1) sum w)`, t with k - 1
  /// degrees of freedom. It can be far too small where the studies agree.
  ///
  /// - **Source:** Hartung J, Knapp G. Stat Med 2001;20:3875-3889, doi:10.1002/sim.1009; Sidik K,
  ///   Jonkman JN. Stat Med 2002;21:3153-3159, doi:10.1002/sim.1262.
  HARTUNG_KNAPP("hksj"),
  /// The same, but never with a smaller standard error than the normal one.
  ///
  /// - **Source:** Knapp G, Hartung J. Stat Med 2003;22:2693-2710, doi:10.1002/sim.1482; Röver C,
  ///   Knapp G, Friede T. BMC Med Res Methodol 2015;15:99, doi:10.1186/s12874-015-0091-1.
  HARTUNG_KNAPP_GUARDED("hksj-guard");

  private final String code;

  IntervalMethod(String code) {
    this.code = code;
  }

  /// The name as written in answers.
  public String code() {
    return code;
  }
}
