package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Rule;

/// A published set of classification criteria.
public interface CriteriaSet {
  /// A short stable code, such as `connors-2010`.
  String code();

  /// The version of the publication: its year.
  String version();

  /// Full citation with DOI.
  String citation();

  /// Its statements with their verification marks.
  List<Rule> rules();

  Classification classify(Facts facts);
}
