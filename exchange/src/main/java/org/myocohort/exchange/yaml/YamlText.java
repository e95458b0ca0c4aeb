package org.myocohort.exchange.yaml;

import java.util.HexFormat;

/// Text as a YAML file holds it, so that it is read back character for character.
public final class YamlText {
  private static final HexFormat HEX = HexFormat.of();

  private YamlText() {}

  /// The text in double quotes, in one line.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> out.append(escaped(c)));
    return out.append('"').toString();
  }

  /// A character as it stands between double quotes: as an escape where a reader of the file could
  /// change it.
  public static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      default -> {
        if ((c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c)) {
          yield Character.toString(c);
        }
        yield c > 0xffff ? "\\U" + HEX.toHexDigits(c) : "\\u" + HEX.toHexDigits((short) c);
      }
    };
  }
}
