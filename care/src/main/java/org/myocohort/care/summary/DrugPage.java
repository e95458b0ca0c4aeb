package org.myocohort.care.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.care.library.Block;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PagePart;
import org.myocohort.care.library.Statement;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// The library's page on a drug, by its parts. Every page of a treatment tells what it is for, how
/// long until it works, what to watch for, and when to call.
record DrugPage(String name, Map<PagePart, List<Line>> parts) {
  private static final Set<PagePart> ALWAYS = EnumSet.complementOf(EnumSet.of(PagePart.PREGNANCY));

  /// One sentence of it.
  ///
  /// @param item whether it stands in a list
  record Line(Statement statement, boolean item) {}

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
    Map<PagePart, List<Line>> parts = new EnumMap<>(PagePart.class);
    List<Line> lines = new ArrayList<>();
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Heading heading -> {
          lines = new ArrayList<>();
          if (heading.part() != null && parts.put(heading.part(), lines) != null) {
            throw new IllegalStateException(page.name() + " has twice " + heading.part());
          }
        }
        case Block.Paragraph(List<Statement> statements) -> add(statements, false, lines);
        case Block.ItemList(List<Statement> statements) -> add(statements, true, lines);
      }
    }
    if (!parts.keySet().containsAll(ALWAYS)) {
      throw new IllegalStateException("page " + page.name() + " tells only " + parts.keySet());
    }
    return new DrugPage(page.name(), parts);
  }

  /// What it tells of a matter; nothing where it does not.
  List<Line> lines(PagePart part) {
    return parts.getOrDefault(part, List.of());
  }

  private static void add(List<Statement> statements, boolean items, List<Line> lines) {
    statements.forEach(each -> lines.add(new Line(each, items)));
  }
}
