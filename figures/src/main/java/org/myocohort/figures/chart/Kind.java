package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;

/// What an area stands for, with its look.
///
/// @param name what the legend calls it; empty for no entry
/// @param hue colour
/// @param hatch texture
public record Kind(String name, Hue hue, Hatch hatch) {
  private static final List<Hue> HUES =
      List.of(
          Hue.BLUE,
          Hue.ORANGE,
          Hue.GREEN,
          Hue.PURPLE,
          Hue.SKY_BLUE,
          Hue.VERMILLION,
          Hue.YELLOW,
          Hue.BLACK);

  /// A plain area.
  public static Kind of(String name, Hue hue) {
    return new Kind(name, hue, Hatch.NONE);
  }

  /// Kinds that differ in colour and texture, in the order of their names; a repeated name keeps
  /// its first look. The first 48 differ.
  public static List<Kind> list(List<String> names) {
    List<Kind> kinds = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      int index = kinds.size();
      Hatch[] hatches = Hatch.values();
      // Three more a round: every hue meets every texture, and neighbours differ in both.
      int turn = index + 3 * (index / HUES.size());
      kinds.add(new Kind(name, HUES.get(index % HUES.size()), hatches[turn % hatches.length]));
    }
    return List.copyOf(kinds);
  }

  /// The kind of a name.
  ///
  /// @throws IllegalArgumentException where none of them has it
  public static Kind named(String name, List<Kind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind is named " + name));
  }

  /// The area: colour, and its texture in what can be seen on it.
  List<Svg> fill(Box box, FigureSize size) {
    List<Svg> shapes = new ArrayList<>();
    shapes.add(
        Marks.filled(
            box.left(),
            box.top(),
            Math.max(0, box.right() - box.left()),
            Math.max(0, box.bottom() - box.top()),
            hue.colour()));
    shapes.addAll(hatch.over(box, size.scaled(4.6), size.scaled(0.7), hue.textOn()));
    return shapes;
  }
}
