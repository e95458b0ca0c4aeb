package org.myocohort.figures;

import java.util.List;

/// One lettered part of a [PanelFigure]: plots over each other that share an x axis.
///
/// @param title what it shows; empty for none
/// @param xTitle name and unit of the x axis
/// @param x the x axis, holding every mark
/// @param plots from the top; at least one
public record Panel(String title, String xTitle, Scale x, List<Plot> plots) {
  public Panel {
    plots = List.copyOf(plots);
    if (plots.isEmpty()) {
      throw new IllegalArgumentException("panel '" + title + "' needs at least one plot");
    }
  }
}
