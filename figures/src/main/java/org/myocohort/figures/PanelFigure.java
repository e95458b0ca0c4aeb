package org.myocohort.figures;

import java.util.List;

/// A figure for a paper: one or more panels, lettered A, B, … where there are several.
///
/// @param title the accessible name of the figure
/// @param description what it shows, in words
/// @param panels in reading order; at least one
/// @param arrangement side by side or over each other; a narrow figure is always stacked
/// @param size width and letters; the height follows from the panels
/// @param stamp a line that every figure of a study must carry; empty for none
/// @param noData what an empty plot says
public record PanelFigure(
    String title,
    String description,
    List<Panel> panels,
    Arrangement arrangement,
    FigureSize size,
    String stamp,
    String noData) {
  /// How panels stand to each other.
  public enum Arrangement {
    SIDE_BY_SIDE,
    STACKED
  }

  public PanelFigure {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || panels.size() > 26) {
      throw new IllegalArgumentException(
          "a figure must have 1 to 26 panels but had " + panels.size());
    }
  }

  /// Panels side by side over two journal columns (174 mm).
  ///
  /// @param noData what an empty plot says
  public static PanelFigure of(
      String title, String description, List<Panel> panels, String noData) {
    return new PanelFigure(
        title, description, panels, Arrangement.SIDE_BY_SIDE, FigureSize.print(174), "", noData);
  }

  /// The same figure, its panels over each other.
  public PanelFigure stacked() {
    return new PanelFigure(title, description, panels, Arrangement.STACKED, size, stamp, noData);
  }

  /// The same figure at another size.
  public PanelFigure sized(FigureSize newSize) {
    return new PanelFigure(title, description, panels, arrangement, newSize, stamp, noData);
  }

  /// The same figure with a line that it must carry.
  public PanelFigure stamped(String text) {
    return new PanelFigure(title, description, panels, arrangement, size, text, noData);
  }

  /// The figure as SVG text.
  ///
  /// @throws IllegalArgumentException where a mark lies outside its x axis
  public String render() {
    return new PanelPainter(this).paint().render();
  }
}
