package org.myocohort.paper.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Liberation Sans and Mono 2.00.5, made to the widths of Arial and Courier New: the letters whose
/// widths `figures.TextWidths` knows, so a text takes the room that a figure reserved for it.
public enum Typeface {
  REGULAR("LiberationSans-Regular"),
  BOLD("LiberationSans-Bold"),
  ITALIC("LiberationSans-Italic"),
  BOLD_ITALIC("LiberationSans-BoldItalic"),
  MONOSPACED("LiberationMono-Regular");

  private static final int REPLACEMENT = 0xFFFD;

  private static final Map<Typeface, TrueTypeFont> PARSED = new ConcurrentHashMap<>();

  private final String name;

  Typeface(String name) {
    this.name = name;
  }

  /// One of the family by its weight and slant.
  public static Typeface of(boolean bold, boolean italic) {
    if (bold) {
      return italic ? BOLD_ITALIC : BOLD;
    }
    return italic ? ITALIC : REGULAR;
  }

  /// The font file.
  public InputStream file() {
    String place = "/liberation/" + name + ".ttf";
    InputStream file = Typeface.class.getResourceAsStream(place);
    if (file == null) {
      throw new IllegalStateException("the font must be on the class path but is not: " + place);
    }
    return file;
  }

  /// The width of a text in the units of its size.
  public double width(String text, double size) {
    TrueTypeFont font = font();
    CmapLookup letters = letters(font);
    double units = 0;
    try {
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        units += font.getAdvanceWidth(letters.getGlyphId(text.codePointAt(i)));
      }
      return units * size / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The outlines of a text that starts at the origin, `y` downwards.
  public Path2D outline(String text, double size) {
    TrueTypeFont font = font();
    CmapLookup letters = letters(font);
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    try {
      double scale = size / font.getUnitsPerEm();
      double x = 0;
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        int glyph = letters.getGlyphId(text.codePointAt(i));
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
          outline.append(data.getPath().getPathIterator(place), false);
        }
        x += font.getAdvanceWidth(glyph) * scale;
      }
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text in letters that the font has: without control characters, with the plain letter for one
  /// whose accent it lacks, else with U+FFFD.
  public String settable(String text) {
    CmapLookup letters = letters(font());
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder set = new StringBuilder(composed.length());
    composed.codePoints().forEach(point -> settable(point, letters, set));
    return set.toString();
  }

  private static void settable(int point, CmapLookup letters, StringBuilder set) {
    int type = Character.getType(point);
    if (point == '\t' || point == '\n' || point == '\r') {
      set.append(' ');
    } else if (type == Character.CONTROL || type == Character.FORMAT) {
      return;
    } else if (letters.getGlyphId(point) != 0) {
      set.appendCodePoint(point);
    } else {
      String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
      int before = set.length();
      parts
          .codePoints()
          .filter(part -> letters.getGlyphId(part) != 0)
          .forEach(set::appendCodePoint);
      if (set.length() == before) {
        set.appendCodePoint(REPLACEMENT);
      }
    }
  }

  private TrueTypeFont font() {
    return PARSED.computeIfAbsent(this, Typeface::parsed);
  }

  private static TrueTypeFont parsed(Typeface typeface) {
    try (InputStream file = typeface.file()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup letters(TrueTypeFont font) {
    try {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
