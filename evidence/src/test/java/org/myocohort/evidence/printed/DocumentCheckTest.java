package org.myocohort.evidence.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.statistics.reported.FindingValue;

class DocumentCheckTest {

  private static List<String> codes(String... texts) {
    List<PrintedText> documents = new ArrayList<>();
    for (String text : texts) {
      documents.add(PrintedText.of("d" + documents.size(), text));
    }
    return DocumentCheck.of(documents).findings().stream()
        .map(finding -> finding.finding().code().code())
        .toList();
  }

  /// The first ten are rows 49 to 58 of `expected_checks.csv`, as running text.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          t(28) = 2.20, p = .03                                   | p-from-test
          t(37) = 4.93, p < .001                                  | -
          t(28) = 1.20, p = .03                                   | p-from-test-decision
          F(2, 28) = 13.18, p < .001                              | -
          F(1, 40) = 3.50, p = .04                                | p-from-test-decision
          r(26) = .40, p < .05                                    | -
          chi2(1, N = 90) = 3.84, p = .05                         | -
          t(14) = 2.04, p = .03, one-tailed                       | p-one-sided-decision
          r(4) = -.90, p = .001                                   | p-from-test
          r(6) = -.90, p = .001                                   | p-one-sided-asked
          # how else they are printed
          t28 = 2.20; P=0.03                                      | p-from-test
          t = 2.20, df = 28, P = 0,03                             | p-from-test
          F1,40 = 3.50; P = 0.04                                  | p-from-test-decision
          F [1, 40] = 3.50, p=0.07                                | -
          \u03C7\u00B2(1, N = 90) = 3.84, p = .20                 | p-from-test
          \u03C72 = 9.21, df = 2, P=0.01                          | -
          \u03C72 = 9.21, df = 2, P=0.10                          | p-from-test-decision
          chi-square (1) = 0.10, p = NS                           | -
          chi-square (1) = 9.10, p = NS                           | p-from-test-decision
          Q(12) = 152.23, p < 0.001                               | -
          z = 2.58, p = 0.01                                      | -
          z = 2.58, p = 0.10                                      | p-from-test-decision
          t(28) = \u22122.20, p \u2264 .001                       | p-from-test
          \uD835\uDC61(28) = 1.20, \uD835\uDC5D = .03             | p-from-test-decision
          # what cannot be known is left out
          t(28) = 2.20, Bonferroni-corrected p = .30              | -
          R(2) = 0.42, p < 0.01                                   | -
          Spearman r = 0.50 in 20 patients, p = 0.30              | -
          in 9 patients, r = -0.9, p = 0.001                      | -
          in 15 patients, 6 with both, r = -0.9, p = 0.001        | p-from-correlation-sizes-asked
          in 6 patients, r = -0.9, p = 0.001                      | p-from-correlation-sizes
          r = -0.90 (n = 6, p = 0.001)                            | p-from-correlation
          # counts and percentages
          7/15 (46.7%)                                            | -
          7 of 15 (51 %)                                          | percent-of-count
          7 of the 15 patients (46.7%)                            | -
          51% (7/15)                                              | percent-of-count
          nearly 51% (7/15)                                       | -
          51% of the 14 patients                                  | grim-percent
          about 51% of the 14 patients                            | -
          9 patients (65%)                                        | share-of-no-size
          all but one patient (98%)                               | -
          One hundred twenty-one patients (65%)                   | -
          five hundred and ninety one of 789 (75%)                | -
          120 patients were randomised to A (n = 60) or B (n = 58) | parts-sum
          120 patients were randomised to A (n = 60) or B (n = 60) | -
          120 patients were randomised, a subset (n = 20) and (n = 21) | -
          men 60%, women 42%                                      | percentages-sum
          men 59.0%, women 45.3%                                  | -
          # averages
          mean age 45.2 years (range 50-70)                       | mean-outside-range
          mean age 45.2 \u00B1 10.1 years (range 20-70)           | -
          mean duration 2 years (range 6-48 months)               | -
          median of 9 (range 2--16)                               | -
          median 40 (therapeutic range 50-100)                    | -
          mean=19 571 pg/ml, range 19 572\u201318 844 pg/ml       | bounds-reversed
          median of 8 (IQR 5-9) months in 3 patients              | -
          In three patients the median was 8 (IQR 5-9)            | iqr-of-three
          In 30 patients the median was 8 (IQR 5-9)               | -
          # intervals
          HR 0.52 (95% CI 0.31-0.87)                              | -
          HR 0\u00B752 (95% CI 0\u00B731\u20130\u00B787; p=0\u00B701) | -
          HR 0.95 (95% CI 0.31-0.87)                              | estimate-outside-interval
          odds ratio, 1.20; 95% confidence interval, 0.90 to 1.60; P=.01 | p-against-interval
          OR=0.58, 95% CI 0.42-0.70                               | interval-not-symmetric
          difference 2.0 kg (95% CI 0.4 to 3.6; p=0.20)           | p-against-interval
          difference of 1.01, 95% CI 1.00-1.02; p=0.105           | -
          odds ratio 0.74 [95% CI 0.66-0-83]                      | -
          more than that of low doses (RR 1.30; 95% CI 0.98-1.72; P=.003) | -
          # two groups
          1/16 vs. 4/14, p=0.01                                   | p-from-proportions
          1/16 vs. 4/14, p=0.15                                   | -
          12.0 \u00B1 3.0 (n = 20) versus 10.0 \u00B1 4.0 (n = 22), p = 0.30 | p-from-means
          12.0 \u00B1 3.0 (n = 20) versus 10.0 \u00B1 4.0 (n = 22), p = 0.69 | sd-as-standard-error
          12.34 \u00B1 3.21 versus 12.34 \u00B1 3.21, p = 0.69    | values-repeated
          """)
  void runningText(String text, @Nullable String code) {
    assertThat(codes(text + ".")).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void wordsForAShareAreComparedBetweenDocuments() {
    String words = "Anakinra was effective in more than half of patients.";
    assertThat(codes(words, "A response to anakinra was seen in 7/15 patients."))
        .containsExactly("share-in-words");
    assertThat(codes(words, "A response to anakinra was seen in 8/15 patients.")).isEmpty();
    assertThat(codes(words, "7/15 patients were women on anakinra.")).isEmpty();
    assertThat(codes(words, "A response to rituximab was seen in 7/15 patients.")).isEmpty();
  }

  @Test
  void oneGroupWithTwoSizesIsFoundBetweenDocuments() {
    assertThat(codes("The placebo group (n = 50) was older.", "In the placebo group (n = 48)."))
        .containsExactly("group-sizes-differ");
    assertThat(codes("The placebo group (n = 50) was older.", "In the placebo group (n = 50)."))
        .isEmpty();
  }

  @Test
  void aFindingLeadsBackToTheOriginal() {
    PrintedText text =
        PrintedText.of("d", "First line.\nThen signifi cant, R(4)=\u22120.90,\np = .001.");
    DocumentFinding finding = DocumentCheck.of(List.of(text)).findings().getFirst();
    assertThat(finding.place())
        .isEqualTo(new PrintedPlace("d", 2, 20, 31, "R(4)=\u22120.90, p = .001"));
    assertThat(finding.finding().id()).isEqualTo("L2");
  }

  @Test
  void notReportedIsAValueOfItsOwnInATable() {
    PrintedText text =
        PrintedText.of(
            "d",
            "Who | Age | Fever\nA | 66 | yes\nB | 55 | NR\nC | 54 | \nD | 60 | no\nE | 54 | yes\n");
    List<DocumentFinding> findings = DocumentCheck.of(List.of(text)).findings();
    assertThat(findings)
        .extracting(finding -> finding.finding().code().code())
        .containsExactly("table-summary", "not-reported-in-table", "table-counts");
    assertThat(findings.get(1).finding().values().values())
        .containsExactly(
            new FindingValue.Text("Fever"),
            new FindingValue.Count(5),
            new FindingValue.Count(3),
            new FindingValue.Count(1),
            new FindingValue.Count(1));
  }

  @Test
  void theLedgerHoldsEveryPrintedSize() {
    DocumentCheck check =
        DocumentCheck.of(
            List.of(
                PrintedText.of(
                    "d",
                    "15 patients were included for 12 months. IL-1Ra (n=14) was high. 10/14 patients went on."
                        + " Cells of eight patients were at hand.")));
    assertThat(check.ledger())
        .extracting(entry -> entry.count() + "/" + entry.size())
        .containsExactly("null/15", "null/14", "10/14", "null/8");
    assertThat(check.findings())
        .extracting(finding -> finding.finding().code().code())
        .containsExactly("sizes-move");
  }
}
