package org.myocohort.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.paper.checklist.Checklist;
import org.myocohort.paper.document.Abbreviation;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.BulletList;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.CodeBlock;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.HeaderCell;
import org.myocohort.paper.document.Heading;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.Note;
import org.myocohort.paper.document.PageBreak;
import org.myocohort.paper.document.Paragraph;
import org.myocohort.paper.document.Picture;
import org.myocohort.paper.document.References;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;

/// A document with one of everything.
final class SamplePaper {
  static final String FIGURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Sample" width="86mm" height="43mm" \
      viewBox="0 0 240 120" font-family="Helvetica, Arial, sans-serif">
      <title>Sample</title>
      <rect x="0" y="0" width="240" height="120" fill="#FFFFFF"/>
      <g stroke="#1B2733" stroke-width="0.8"><line x1="30" y1="100" x2="230" y2="100"/></g>
      <rect x="40" y="60" width="30" height="40" rx="3" fill="#0072B2" fill-opacity="0.4"/>
      <circle cx="100" cy="50" r="4" fill="#D55E00"/>
      <polyline points="100,50 150,30 200,70" fill="none" stroke="#009E73" stroke-dasharray="4 2"/>
      <polygon points="200,65 205,75 195,75" fill="#000"/>
      <path d="M120 90 C130 80 140 80 150 90 A10 10 0 0 1 170 90 Q180 95 190 90 Z" fill="#CC79A7"/>
      <text x="130" y="20" font-size="8" font-weight="bold" text-anchor="middle" fill="#1B2733" \
      stroke="#FFFFFF" stroke-width="1.8" stroke-linejoin="round" paint-order="stroke">IL-1Ra &lt; CK</text>
      <text x="10" y="60" font-size="8" fill="#1B2733" transform="rotate(-90 10 60)">Δ months</text>
      </svg>
      """;

  static final Table WITH_SPANS =
      new Table(
          "1",
          "Response by phenotype.",
          List.of(Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT, Alignment.CENTRE),
          List.of(
              List.of(
                  new HeaderCell("Measure", 1, 2),
                  new HeaderCell("Anakinra", 2, 1),
                  new HeaderCell("p", 1, 2)),
              List.of(HeaderCell.of("Baseline"), HeaderCell.of("Month 6"))),
          List.of(
              new RowGroup(
                  "Muscle",
                  List.of(
                      row("CK, U/l", "1250.5", "=SUM(A1)", "0.040"),
                      row("MMT8", "55", "+20", "@x")))),
          List.of(new Note("a", "Exact test.")),
          List.of(
              new Abbreviation("MMT8", "manual muscle testing"),
              new Abbreviation("CK", "creatine kinase")),
          false);

  private SamplePaper() {}

  private static List<Cell> row(String name, String... texts) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
    for (String text : texts) {
      cells.add(
          text.matches("[0-9.]+") ? Cell.of(new BigDecimal(text)) : Cell.of(text).marked("a"));
    }
    return cells;
  }

  static Table rows(int rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      cells.add(List.of(Cell.of("Row " + i), Cell.of(i), Cell.of("0.91 (0.55 to 1.00)")));
    }
    return Table.of("2", "Many rows.", List.of("Name", "n", "Proportion (95 % CI)"), cells);
  }

  static Document of(Language language) {
    return new Document(
        language,
        "Anakinra, a case series",
        "Made by a test",
        "Myocohort · data 0123456789ab",
        List.of(
            new Heading(1, "Methods"),
            Paragraph.of(
                Run.plain("Exact tests, "),
                Run.bold("two-sided"),
                Run.plain(", "),
                Run.italic("ex vivo"),
                Run.raised("1"),
                Run.plain(" ≥ −1 µg.")),
            new BulletList(List.of(Paragraph.of("Zeros are dropped."))),
            new Heading(2, "Patients"),
            WITH_SPANS,
            rows(60),
            new Picture("1", "A figure.", "Points that rise.", FIGURE, 86),
            new PageBreak(),
            new Heading(1, "Wide"),
            Table.of("S1", "Wide.", List.of("A", "B"), List.of(List.of(Cell.of("x"), Cell.EMPTY)))
                .onLandscape(),
            Checklist.care().filled("S2", Map.of("7", "Figure 1"), language),
            new CodeBlock("./myocohort analyse STUDY\n\nsha256sum out/*"),
            new References(List.of("A. B. Journal 2023;1:2."))));
  }
}
