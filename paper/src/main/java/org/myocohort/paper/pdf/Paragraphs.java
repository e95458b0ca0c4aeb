package org.myocohort.paper.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Run;

/// Text across the page, over as many pages as it takes.
final class Paragraphs {
  private Paragraphs() {}

  /// @param indent how far it stands in
  static void write(
      Pages pages, PDStructureElement element, List<Run> runs, TextStyle style, double indent)
      throws IOException {
    double width = pages.size().textWidth() - indent;
    List<Line> lines = Lines.of(runs, style, width);
    int done = 0;
    while (done < lines.size()) {
      int fit = (int) (pages.left() / style.leading() + 1e-6);
      // No single line is left behind or carried over.
      boolean tooFew = fit < Math.min(2, lines.size() - done);
      if (tooFew && pages.y() > 0) {
        pages.turn(pages.size());
        continue;
      }
      int upTo = Math.min(lines.size(), done + Math.max(1, fit));
      if (lines.size() - upTo == 1 && upTo - done > 2) {
        upTo--;
      }
      pages.begin(element);
      pages.lines(lines.subList(done, upTo), style, indent, width, pages.y(), Alignment.LEFT);
      pages.end();
      pages.advance((upTo - done) * style.leading());
      done = upTo;
    }
  }
}
