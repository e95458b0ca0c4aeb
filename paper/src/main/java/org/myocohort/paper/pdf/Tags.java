package org.myocohort.paper.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// What the parts of a PDF file are (headings, paragraphs, cells), in reading order, for assistive
/// technology: the structure tree of ISO 32000, 14.7.
final class Tags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement document;
  private final Map<PDPage, List<PDStructureElement>> marked = new LinkedHashMap<>();

  Tags(PDDocument file) {
    document = new PDStructureElement("Document", root);
    root.appendKid(document);
    file.getDocumentCatalog().setStructureTreeRoot(root);
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    file.getDocumentCatalog().setMarkInfo(info);
  }

  PDStructureElement document() {
    return document;
  }

  /// Adds an element as the last of another.
  PDStructureElement add(PDStructureElement parent, String type) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /// Adds attributes of tables to an element.
  static void tableAttributes(PDStructureElement element, String scope, int columns, int rows) {
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, "Table");
    if (!scope.isEmpty()) {
      attributes.setName("Scope", scope);
    }
    if (columns > 1) {
      attributes.setInt("ColSpan", columns);
    }
    if (rows > 1) {
      attributes.setInt("RowSpan", rows);
    }
    element.getCOSObject().setItem(COSName.A, attributes);
  }

  /// The next number under which a page shows some of an element's content.
  int mark(PDPage page, PDStructureElement element) {
    List<PDStructureElement> onPage = marked.get(page);
    if (onPage == null) {
      onPage = new ArrayList<>();
      page.setStructParents(marked.size());
      marked.put(page, onPage);
    }
    int number = onPage.size();
    onPage.add(element);
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(number);
    element.appendKid(reference);
    return number;
  }

  /// Writes down which element each numbered content belongs to.
  void finish() {
    COSArray numbers = new COSArray();
    int key = 0;
    for (List<PDStructureElement> onPage : marked.values()) {
      COSArray elements = new COSArray();
      onPage.forEach(each -> elements.add(each.getCOSObject()));
      numbers.add(COSInteger.get(key++));
      numbers.add(elements);
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
    root.setParentTreeNextKey(key);
  }
}
