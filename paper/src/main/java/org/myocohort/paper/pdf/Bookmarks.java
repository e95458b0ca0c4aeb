package org.myocohort.paper.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.myocohort.paper.document.Heading;

/// The headings beside the pages, each leading to its place.
final class Bookmarks {
  private record Open(int level, PDOutlineNode node) {}

  private final PDDocument file;
  private final Deque<Open> open = new ArrayDeque<>();

  Bookmarks(PDDocument file) {
    this.file = file;
    open.push(new Open(0, new PDDocumentOutline()));
  }

  void add(Heading heading, PDPage page, double top) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(page);
    place.setLeft(0);
    place.setTop((int) Math.ceil(top));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(heading.text());
    item.setDestination(place);
    while (open.element().level() >= heading.level()) {
      open.pop();
    }
    open.element().node().addLast(item);
    open.push(new Open(heading.level(), item));
    file.getDocumentCatalog().setDocumentOutline((PDDocumentOutline) open.getLast().node());
    file.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
  }
}
