package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that is found about the printed numbers of some documents.
///
/// - **Input:** one document, or several of one subject whose numbers may be compared.
/// - **Result:** findings in the order of the documents and of the places in them, and a ledger of
///   every size that they print.
/// - **Cost:** linear in the length of the text; comparisons between documents are by the shares
///   said in words and the groups named, which are few.
///
/// @param findings what was found
/// @param ledger the printed sizes
public record DocumentCheck(List<DocumentFinding> findings, List<LedgerEntry> ledger) {
  private static final int LONGEST_SENTENCE = 160;

  public DocumentCheck {
    findings = List.copyOf(findings);
    ledger = List.copyOf(ledger);
  }

  /// Checks the documents.
  public static DocumentCheck of(List<PrintedText> texts) {
    List<Search> documents = texts.stream().map(Search::new).toList();
    for (Search document : documents) {
      for (int i = 0; i < document.sentences().size(); i++) {
        TestResults.find(document, i);
        Averages.find(document, i);
        Shares.find(document, i);
        Intervals.find(document, i);
        Comparisons.find(document, i);
      }
      GroupSizes.within(document).ifPresent(document.findings()::add);
      document.findings().addAll(Tables.find(document.text()));
    }
    List<DocumentFinding> between = new ArrayList<>(SharesInWords.find(documents));
    between.addAll(GroupSizes.between(documents));
    List<DocumentFinding> all = new ArrayList<>();
    List<LedgerEntry> ledger = new ArrayList<>();
    for (Search document : documents) {
      List<DocumentFinding> own = new ArrayList<>(document.findings());
      between.stream()
          .filter(finding -> finding.place().document().equals(document.text().document()))
          .forEach(own::add);
      own.sort(Comparator.comparingInt(finding -> finding.place().offset()));
      all.addAll(own);
      ledger.addAll(ledger(document));
    }
    return new DocumentCheck(all, ledger);
  }

  private static List<LedgerEntry> ledger(Search document) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Sizes.Size size : document.sizes().all()) {
      String sentence = document.sentences().get(size.sentence()).text().strip();
      entries.add(
          new LedgerEntry(
              document.text().place(size.from(), size.to()),
              size.count(),
              size.size(),
              sentence.length() <= LONGEST_SENTENCE
                  ? sentence
                  : sentence.substring(0, LONGEST_SENTENCE - 1) + "\u2026"));
    }
    return entries;
  }
}
