package org.myocohort.care.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.care.library.Block;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.Statement;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// The library's page on a drug, by its parts: every page of a treatment begins with what it is for
/// and ends with how long until it works, what to watch for, and when to call.
///
/// @param aim what it is for
/// @param time how long until it works
/// @param watch what to watch for
/// @param call when to call
record DrugPage(String name, List<Line> aim, List<Line> time, List<Line> watch, List<Line> call) {
  /// One sentence of it.
  ///
  /// @param item whether it stands in a list
  record Line(Statement statement, boolean item) {}

  private static final int PARTS = 4;
  private static final String GLUCOCORTICOID = "glucocorticoid";
  private static final String INTRAVENOUS = "iv";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("anakinra", "anakinra"),
          Map.entry("methotrexate", "methotrexate"),
          Map.entry("azathioprine", "azathioprine"),
          Map.entry("mycophenolate mofetil", "mycophenolate"),
          Map.entry("tacrolimus", "tacrolimus"),
          Map.entry("cyclosporine", "cyclosporine"),
          Map.entry("cyclophosphamide", "cyclophosphamide"),
          Map.entry("rituximab", "rituximab"),
          Map.entry("intravenous immunoglobulins", "immunoglobulin"),
          Map.entry("plasma exchange", "plasma-exchange"),
          Map.entry("infliximab", "tnf-inhibitors"),
          Map.entry("etanercept", "tnf-inhibitors"),
          Map.entry("adalimumab", "tnf-inhibitors"),
          Map.entry("tofacitinib", "jak-inhibitors"),
          Map.entry("baricitinib", "jak-inhibitors"),
          Map.entry("upadacitinib", "jak-inhibitors"),
          Map.entry("filgotinib", "jak-inhibitors"),
          Map.entry("nintedanib", "anti-fibrotics"),
          Map.entry("pirfenidone", "anti-fibrotics"));

  /// The page on what is given; empty where the library has none.
  static Optional<DrugPage> of(Treatment treatment, Library library) {
    return name(treatment).flatMap(library::find).map(DrugPage::of);
  }

  private static Optional<String> name(Treatment treatment) {
    String drug = treatment.drug();
    if (!Vocabulary.drugs().term(drug).cell("class").equals(GLUCOCORTICOID)) {
      return Optional.ofNullable(NAMES.get(drug));
    }
    boolean drip =
        treatment.route() instanceof Value.Known<String>(String route) && route.equals(INTRAVENOUS);
    if (!drip) {
      return Optional.of("glucocorticoids-oral");
    }
    // The page on steroids by drip speaks of methylprednisolone.
    return drug.equals("methylprednisolone")
        ? Optional.of("glucocorticoid-pulses")
        : Optional.empty();
  }

  static DrugPage of(Page page) {
    List<List<Line>> parts = new ArrayList<>();
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Heading _ -> parts.add(new ArrayList<>());
        case Block.Paragraph(List<Statement> statements) ->
            statements.forEach(each -> parts.getLast().add(new Line(each, false)));
        case Block.ItemList(List<Statement> statements) ->
            statements.forEach(each -> parts.getLast().add(new Line(each, true)));
      }
    }
    int size = parts.size();
    if (size < PARTS) {
      throw new IllegalStateException(
          "page " + page.name() + " must have at least 4 parts but had " + size);
    }
    return new DrugPage(
        page.name(), parts.getFirst(), parts.get(size - 3), parts.get(size - 2), parts.getLast());
  }
}
