package org.myocohort.paper.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// What every PDF file says of itself, and its bytes.
public final class PdfFile {
  private static final String PRODUCER = "Myocohort";

  private PdfFile() {}

  /// Begins a file that says its title and language.
  ///
  /// @param language BCP 47 tag
  public static PDDocument begin(String title, String language) {
    PDDocument file = new PDDocument();
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setProducer(PRODUCER);
    file.setDocumentInformation(information);
    file.getDocumentCatalog().setLanguage(language);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    file.getDocumentCatalog().setViewerPreferences(preferences);
    try {
      PDMetadata metadata = new PDMetadata(file);
      metadata.importXMPMetadata(xmp(title, language).getBytes(StandardCharsets.UTF_8));
      file.getDocumentCatalog().setMetadata(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// The bytes of a file; its identifier is a hash of what it was made from.
  public static byte[] bytes(PDDocument file, String madeFrom) throws IOException {
    file.setDocumentId(hash(madeFrom));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.save(bytes, CompressParameters.NO_COMPRESSION);
    return bytes.toByteArray();
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String xmp(String title, String language) {
    Xml xml =
        new Xml("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
            .begin("x:xmpmeta", "xmlns:x", "adobe:ns:meta/")
            .begin("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            .begin(
                "rdf:Description",
                "rdf:about",
                "",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:pdf",
                "http://ns.adobe.com/pdf/1.3/")
            .begin("dc:title")
            .begin("rdf:Alt")
            .element("rdf:li", title, "xml:lang", "x-default")
            .end()
            .end()
            .begin("dc:language")
            .begin("rdf:Bag")
            .element("rdf:li", language)
            .end()
            .end()
            .element("pdf:Producer", PRODUCER);
    return xml.end().end().end().document() + "\n<?xpacket end=\"r\"?>";
  }
}
