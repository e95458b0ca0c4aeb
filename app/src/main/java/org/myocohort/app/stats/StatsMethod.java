package org.myocohort.app.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The methods by the names typed.
enum StatsMethod {
  DESCRIBE("value[,group]"),
  WILCOXON_SIGNED_RANK("x,y or x"),
  WILCOXON_RANK_SUM("value,group"),
  SIGN("x,y or x"),
  MCNEMAR("a,b[,count]"),
  FISHER("a,b[,count]"),
  PEARSON("x,y"),
  SPEARMAN("x,y"),
  KENDALL("x,y"),
  BINOMIAL("events,total"),
  POISSON_RATE("events,total"),
  HODGES_LEHMANN("value,group or x,y or x"),
  KAPLAN_MEIER("time,event[,group]"),
  LOG_RANK("time,event,group"),
  AALEN_JOHANSEN("time,event[,group]"),
  HOLM("p"),
  BENJAMINI_HOCHBERG("p");

  private final String columns;

  StatsMethod(String columns) {
    this.columns = columns;
  }

  /// The name as typed, such as `log-rank`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The columns that it asks for, as shown to users.
  String columns() {
    return columns;
  }

  static Optional<StatsMethod> of(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Stream.of(values()).map(StatsMethod::code).toList();
  }
}
