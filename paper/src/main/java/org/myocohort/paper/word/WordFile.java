package org.myocohort.paper.word;

import org.myocohort.paper.container.Archive;
import org.myocohort.paper.container.PackageParts;
import org.myocohort.paper.container.Xml;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.layout.PageSize;

/// Writes a document as a Word file.
public final class WordFile {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private WordFile() {}

  /// The bytes of the file: the same for the same document.
  public static byte[] bytes(Document document) {
    WordBody body = new WordBody(document.language());
    String text = body.write(document);
    Archive archive =
        PackageParts.archive(document, types(), "word/document.xml")
            .put("word/document.xml", text)
            .put("word/styles.xml", WordStyles.styles(document.language()))
            .put("word/numbering.xml", WordStyles.numbering())
            .put("word/settings.xml", settings(document.language()))
            .put("word/" + footer(PageSize.PORTRAIT), footer(document, PageSize.PORTRAIT))
            .put("word/" + footer(PageSize.LANDSCAPE), footer(document, PageSize.LANDSCAPE))
            .put("word/_rels/document.xml.rels", relationships(body.pictures().size()));
    for (int i = 0; i < body.pictures().size(); i++) {
      archive.put("word/" + picture(i + 1), body.pictures().get(i));
    }
    return archive.bytes();
  }

  private static String picture(int number) {
    return "media/figure" + number + ".png";
  }

  private static PackageParts.Types types() {
    return PackageParts.types()
        .part("/word/document.xml", WORD + "document.main+xml")
        .part("/word/styles.xml", WORD + "styles+xml")
        .part("/word/numbering.xml", WORD + "numbering+xml")
        .part("/word/settings.xml", WORD + "settings+xml")
        .part("/word/" + footer(PageSize.PORTRAIT), WORD + "footer+xml")
        .part("/word/" + footer(PageSize.LANDSCAPE), WORD + "footer+xml");
  }

  private static String relationships(int pictures) {
    PackageParts.Relationships relationships =
        PackageParts.relationships()
            .to("styles", "styles", "styles.xml")
            .to("numbering", "numbering", "numbering.xml")
            .to("settings", "settings", "settings.xml")
            .to(WordBody.footer(PageSize.PORTRAIT), "footer", footer(PageSize.PORTRAIT))
            .to(WordBody.footer(PageSize.LANDSCAPE), "footer", footer(PageSize.LANDSCAPE));
    for (int i = 1; i <= pictures; i++) {
      relationships.to(WordBody.PICTURE + i, "image", picture(i));
    }
    return relationships.document();
  }

  private static String settings(Language language) {
    return new Xml()
        .begin("w:settings", "xmlns:w", WordBody.NAMESPACE)
        .begin("w:compat")
        .empty(
            "w:compatSetting",
            "w:name",
            "compatibilityMode",
            "w:uri",
            "http://schemas.microsoft.com/office/word",
            "w:val",
            "15")
        .end()
        .empty("w:themeFontLang", "w:val", language.tag())
        // Word would shrink the pictures below what journals ask for.
        .empty("w:doNotAutoCompressPictures")
        .end()
        .document();
  }

  private static String footer(PageSize page) {
    return WordBody.footer(page) + ".xml";
  }

  private static String footer(Document document, PageSize page) {
    Xml xml = new Xml().begin("w:ftr", "xmlns:w", WordBody.NAMESPACE).begin("w:p");
    xml.begin("w:pPr").empty("w:pStyle", "w:val", "Footer").begin("w:tabs");
    xml.empty("w:tab", "w:val", "right", "w:pos", WordBody.twentieths(page.textWidth()));
    xml.end().end();
    run(xml, document.stamp());
    xml.begin("w:r").empty("w:tab").end();
    run(xml, document.language().word("page") + " ");
    field(xml, "PAGE");
    run(xml, " / ");
    field(xml, "NUMPAGES");
    return xml.end().end().document();
  }

  private static void run(Xml xml, String text) {
    xml.begin("w:r").element("w:t", text, "xml:space", "preserve").end();
  }

  private static void field(Xml xml, String name) {
    xml.begin("w:fldSimple", "w:instr", name);
    run(xml, "1");
    xml.end();
  }
}
