package org.myocohort.evidence.extraction;

import java.util.List;

/// A checklist for the critical appraisal of reports. Its questions stand in `checklists.yaml`
/// beside this class, in words of our own; no score is made of the answers, since its authors made
/// none.
///
/// - **Source:** case reports: Moola S et al., in: Aromataris E, Munn Z (editors), JBI Manual for
///   Evidence Synthesis, 2020, chapter 7. Case series: Munn Z et al., JBI Evid Synth
///   2020;18:2127-2133, doi:10.11124/JBISRIR-D-19-00099.
public enum Checklist {
  JBI_CASE_REPORT("jbi-case-report", Design.CASE_REPORT),
  JBI_CASE_SERIES("jbi-case-series", Design.CASE_SERIES);

  private final String code;
  private final Design design;

  Checklist(String code, Design design) {
    this.code = code;
    this.design = design;
  }

  /// The word in `appraisal.csv`.
  public String code() {
    return code;
  }

  /// The reports that it was made for.
  public Design design() {
    return design;
  }

  /// A question.
  ///
  /// @param number its place in the checklist, from 1
  /// @param english the question in English
  /// @param italian the question in Italian
  public record Item(int number, String english, String italian) {}

  /// What is shipped of a checklist.
  ///
  /// @param source of the checklist, for people
  /// @param mark `verified`, `weak` or `memory`: how surely the questions are those of the source
  /// @param seen where they were read
  /// @param items in the order of the checklist
  public record Content(String source, String mark, String seen, List<Item> items) {
    public Content {
      items = List.copyOf(items);
    }
  }

  /// Its questions, with their source.
  public Content content() {
    return ChecklistFile.of(this);
  }
}
