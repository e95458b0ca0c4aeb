package org.myocohort.paper.container;

import org.myocohort.paper.document.Document;

/// The parts that Word and Excel files have in common: the open packaging conventions, ISO/IEC
/// 29500-2.
public final class PackageParts {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PROPERTIES = "docProps/core.xml";

  private PackageParts() {}

  /// Begins the archive of a document with its properties, which name no time.
  ///
  /// @param types what each part is
  /// @param main the part that the others belong to
  public static Archive archive(Document document, Types types, String main) {
    Relationships relationships = relationships().to("document", "officeDocument", main);
    relationships.xml.empty(
        "Relationship",
        "Id",
        "properties",
        "Type",
        PACKAGE + "relationships/metadata/core-properties",
        "Target",
        PROPERTIES);
    types.part("/" + PROPERTIES, "application/vnd.openxmlformats-package.core-properties+xml");
    return new Archive()
        .put("[Content_Types].xml", types.document())
        .put("_rels/.rels", relationships.document())
        .put(PROPERTIES, properties(document));
  }

  /// The list of what each part is.
  public static Types types() {
    return new Types();
  }

  /// The list of the parts that one part leads to.
  public static Relationships relationships() {
    return new Relationships();
  }

  /// What each part is.
  public static final class Types {
    private final Xml xml =
        new Xml()
            .begin("Types", "xmlns", PACKAGE + "content-types")
            .empty("Default", "Extension", "png", "ContentType", "image/png")
            .empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml")
            .empty("Default", "Extension", "xml", "ContentType", "application/xml");

    private Types() {}

    /// Adds a part.
    public Types part(String name, String type) {
      xml.empty("Override", "PartName", name, "ContentType", type);
      return this;
    }

    private String document() {
      return xml.end().document();
    }
  }

  /// Which parts one part leads to.
  public static final class Relationships {
    private final Xml xml = new Xml().begin("Relationships", "xmlns", PACKAGE + "relationships");

    private Relationships() {}

    /// Adds a part.
    ///
    /// @param id what it is called by
    /// @param type such as `styles`
    public Relationships to(String id, String type, String target) {
      xml.empty("Relationship", "Id", id, "Type", OFFICE + type, "Target", target);
      return this;
    }

    /// The list as a part of its own.
    public String document() {
      return xml.end().document();
    }
  }

  private static String properties(Document document) {
    return new Xml()
        .begin(
            "cp:coreProperties",
            "xmlns:cp",
            PACKAGE + "metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .element("dc:title", document.title())
        .element("dc:language", document.language().tag())
        .end()
        .document();
  }
}
