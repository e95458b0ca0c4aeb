package org.myocohort.app.summary;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.summary.Picture;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Label;
import org.myocohort.figures.Svg;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Draws the one picture of a summary: a line through levels that are named in words, large enough
/// to be read on paper, in shades that print.
public final class SummaryFigure {
  private static final double WIDTH = 600;
  private static final double TOP = 14;
  private static final double PLOT = 210;
  private static final double BOTTOM = 46;
  private static final double RIGHT = 26;
  private static final String INK = "#1a2129";
  private static final String LINE = "#0072B2";
  private static final List<String> SHADES = List.of("#ffffff", "#eef4f8", "#dcebf4", "#c9e1f0");

  private final Picture picture;
  private final TextStyle words = new TextStyle(19, false, INK);
  private final double left;

  private SummaryFigure(Picture picture) {
    this.picture = picture;
    double widest = 0;
    for (Picture.Level level : picture.levels()) {
      widest = Math.max(widest, TextWidths.width(level.words(), words));
    }
    this.left = widest + 18;
  }

  /// The picture as SVG.
  ///
  /// @param stamp a line that every figure of the study must carry; empty for none
  public static String of(Picture picture, String stamp) {
    return new SummaryFigure(picture).draw(stamp);
  }

  private String draw(String stamp) {
    double height = TOP + PLOT + BOTTOM + (stamp.isEmpty() ? 0 : 24);
    FigureSize size = new FigureSize(WIDTH, height, 19, 16, false);
    Svg root = Svg.document(size, picture.title(), picture.description(), false);
    root.addAll(levels()).addAll(course()).addAll(dates());
    if (!stamp.isEmpty()) {
      TextStyle small = new TextStyle(16, false, INK);
      root.add(Label.of(stamp, left, height - 6, Anchor.START, small).draw());
    }
    return root.render();
  }

  private List<Svg> levels() {
    List<Svg> drawn = new ArrayList<>();
    for (int i = 0; i < picture.levels().size(); i++) {
      Picture.Level level = picture.levels().get(i);
      double top = y(level.to().doubleValue());
      double bottom = y(level.from().doubleValue());
      drawn.add(
          Svg.element("rect")
              .set("x", left)
              .set("y", top)
              .set("width", WIDTH - RIGHT - left + 14)
              .set("height", bottom - top)
              .set("fill", SHADES.get(i % SHADES.size()))
              .set("stroke", "#aab4be")
              .set("stroke-width", 1));
      drawn.add(
          Label.centred(level.words(), left - 10, (top + bottom) / 2, Anchor.END, words).draw());
    }
    return drawn;
  }

  private List<Svg> course() {
    List<Svg> drawn = new ArrayList<>();
    List<String> corners = new ArrayList<>();
    for (Picture.Dot dot : picture.dots()) {
      corners.add(Svg.number(x(dot)) + "," + Svg.number(y(dot.value().doubleValue())));
    }
    drawn.add(
        Svg.element("polyline")
            .set("points", String.join(" ", corners))
            .set("fill", "none")
            .set("stroke", LINE)
            .set("stroke-width", 3));
    for (Picture.Dot dot : picture.dots()) {
      drawn.add(
          Svg.element("circle")
              .set("cx", x(dot))
              .set("cy", y(dot.value().doubleValue()))
              .set("r", 6)
              .set("fill", LINE));
    }
    return drawn;
  }

  /// The first and the last day, and no more: the rest is the shape of the line.
  private List<Svg> dates() {
    double base = TOP + PLOT + 28;
    return List.of(
        Label.of(picture.dots().getFirst().when(), left, base, Anchor.START, words).draw(),
        Label.of(picture.dots().getLast().when(), WIDTH - 6, base, Anchor.END, words).draw());
  }

  private double x(Picture.Dot dot) {
    double first = picture.dots().getFirst().at().middle();
    double span = picture.dots().getLast().at().middle() - first;
    double from = left + 14;
    return span <= 0 ? from : from + (dot.at().middle() - first) / span * (WIDTH - RIGHT - from);
  }

  private double y(double value) {
    double low = picture.levels().getFirst().from().doubleValue();
    double high = picture.levels().getLast().to().doubleValue();
    return TOP + PLOT - (value - low) / (high - low) * PLOT;
  }
}
