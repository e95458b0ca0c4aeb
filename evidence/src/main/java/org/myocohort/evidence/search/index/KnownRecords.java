package org.myocohort.evidence.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;

/// By what a record that is known to matter is recognised among others: DOI, PubMed number, Embase
/// number; the title where it has none of them, or none that is there. The number of a trial names
/// a study, which several records report.
final class KnownRecords {
  private static final Set<IdentifierKind> NAMING =
      Set.of(IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.PMCID, IdentifierKind.EMBASE);

  private KnownRecords() {}

  static String key(Identifier identifier) {
    return identifier.kind() + " " + identifier.value().toLowerCase(Locale.ROOT);
  }

  /// The identifiers that name one record, as they stand in the index.
  static List<String> keys(BibliographicRecord record) {
    List<String> keys = new ArrayList<>();
    for (Identifier identifier : record.identifiers()) {
      if (NAMING.contains(identifier.kind())) {
        keys.add(key(identifier));
      }
    }
    return keys;
  }
}
