package org.myocohort.paper.font;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The typefaces that a PDF file uses, each embedded once with the letters that occur.
public final class EmbeddedFonts {
  private final PDDocument file;
  private final Map<Typeface, PDFont> loaded = new EnumMap<>(Typeface.class);

  public EmbeddedFonts(PDDocument file) {
    this.file = file;
  }

  public PDFont of(Typeface typeface) throws IOException {
    PDFont known = loaded.get(typeface);
    if (known == null) {
      try (InputStream bytes = typeface.file()) {
        known = PDType0Font.load(file, bytes, true);
      }
      loaded.put(typeface, known);
    }
    return known;
  }
}
