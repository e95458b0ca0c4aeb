package org.myocohort.classification;

import java.util.List;

/// Every criteria set, in the order in which answers list them.
public final class CriteriaSets {
  private CriteriaSets() {}

  public static final List<CriteriaSet> ALL =
      List.of(
          new LetterDefinition(),
          new Connors2010(),
          new Solomon2011(),
          new Lega2015(),
          new Enmc2023(),
          new EularAcr2017(),
          new BohanPeter1975(),
          new AcrEularAntisynthetase(WeightTable.published()));

  /// What every set says of a patient's facts.
  public static List<Classification> classify(Facts facts) {
    return ALL.stream().map(set -> set.classify(facts)).toList();
  }
}
