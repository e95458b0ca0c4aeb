package org.myocohort.statistics.meta.pooling;

/// How the variance between the studies is estimated.
///
/// With `w = 1/(v + tau2)`, `X` the design and `P = W - W X (X'WX)^-1 X'W`:
public enum TauSquaredMethod {
  /// None is assumed: one effect for all studies.
  EQUAL_EFFECTS("EE"),
  /// `(y'Py - (k - p))/tr P` at tau2 = 0. DerSimonian R, Laird N. Control Clin Trials
  /// 1986;7:177-188, doi:10.1016/0197-2456(86)90046-2.
  DERSIMONIAN_LAIRD("DL"),
  /// Restricted maximum likelihood by Fisher scoring. Viechtbauer W. J Educ Behav Stat
  /// 2005;30:261-293, doi:10.3102/10769986030003261.
  RESTRICTED_MAXIMUM_LIKELIHOOD("REML"),
  /// The tau2 at which `y'Py = k - p`. Paule RC, Mandel J. J Res Natl Bur Stand 1982;87:377-385,
  /// doi:10.6028/jres.087.022. The same as Morris's empirical Bayes: J Am Stat Assoc 1983;78:47-55,
  /// doi:10.1080/01621459.1983.10477920.
  PAULE_MANDEL("PM"),
  /// Maximum likelihood by Fisher scoring. Hardy RJ, Thompson SG. Stat Med 1996;15:619-629,
  /// doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A.
  MAXIMUM_LIKELIHOOD("ML"),
  /// Sidik K, Jonkman JN. J R Stat Soc C 2005;54:367-384, doi:10.1111/j.1467-9876.2005.00489.x.
  SIDIK_JONKMAN("SJ"),
  /// The unweighted moments. Hedges LV. Psychol Bull 1983;93:388-395,
  /// doi:10.1037/0033-2909.93.2.388.
  HEDGES("HE"),
  /// `(y'Py - k)/sum w` at tau2 = 0. Hunter JE, Schmidt FL. Methods of meta-analysis, 2nd ed, 2004;
  /// as in Viechtbauer 2005.
  HUNTER_SCHMIDT("HS");

  private final String code;

  TauSquaredMethod(String code) {
    this.code = code;
  }

  /// The short name in common use.
  public String code() {
    return code;
  }
}
