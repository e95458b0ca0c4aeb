package org.myocohort.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Gives each key of a study its look, the same on every page and figure.
///
/// Build one palette for the study from its keys in a fixed order. The first 140 keys differ in
/// hue, symbol or dash; the first seven differ in hue alone.
public final class Palette {
  // Yellow is left out: a yellow line on white cannot be seen (contrast 1.3:1).
  private static final List<Hue> LINE_HUES =
      List.of(Hue.BLUE, Hue.VERMILLION, Hue.GREEN, Hue.PURPLE, Hue.BLACK, Hue.ORANGE, Hue.SKY_BLUE);
  private static final int STYLES =
      LINE_HUES.size() * Symbol.values().length * Dash.values().length;

  private final Map<String, SeriesStyle> styles;

  private Palette(Map<String, SeriesStyle> styles) {
    this.styles = styles;
  }

  /// Styles for the keys, in their order; a repeated key keeps its first style.
  public static Palette of(List<String> keys) {
    Map<String, SeriesStyle> styles = new LinkedHashMap<>();
    for (String key : keys) {
      styles.putIfAbsent(key, style(styles.size()));
    }
    return new Palette(styles);
  }

  /// The style of a key; a key that was not declared gets one that depends on its text alone.
  public SeriesStyle style(String key) {
    SeriesStyle declared = styles.get(key);
    return Objects.requireNonNullElseGet(
        declared, () -> style(Math.floorMod(key.hashCode(), STYLES)));
  }

  /// The style number `index`, counted from 0; repeats after 140.
  public static SeriesStyle style(int index) {
    int place = Math.floorMod(index, STYLES);
    int round = place / LINE_HUES.size();
    Symbol[] symbols = Symbol.values();
    Dash[] dashes = Dash.values();
    // The symbol moves on within a round, so that neighbours differ in shape too.
    int symbol = (place % LINE_HUES.size() + round) % symbols.length;
    int dash = round % dashes.length;
    return new SeriesStyle(LINE_HUES.get(place % LINE_HUES.size()), symbols[symbol], dashes[dash]);
  }
}
