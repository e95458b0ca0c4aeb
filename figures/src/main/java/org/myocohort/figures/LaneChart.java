package org.myocohort.figures;

import java.util.List;

/// Several lanes over one time axis, day 0 drawn through all of them.
///
/// On a page wide enough the names stand at the left of the lanes, on a narrow one above them; the
/// axis is the same.
///
/// @param title the accessible name of the figure
/// @param description what it shows, in words
/// @param timeTitle the name of the time axis
/// @param time the time axis, holding every mark
/// @param lanes from the top
/// @param size width and letters; the height follows from the lanes
/// @param stamp a line that every figure of a study must carry, such as that its data are made up;
///   empty for none
/// @param noData what an empty lane says
public record LaneChart(
    String title,
    String description,
    String timeTitle,
    Scale time,
    List<Lane> lanes,
    FigureSize size,
    String stamp,
    String noData) {
  public LaneChart {
    lanes = List.copyOf(lanes);
  }

  /// A chart for a page, its time axis over all marks and day 0.
  ///
  /// @param noData what an empty lane says
  public static LaneChart of(
      String title, String description, String timeTitle, List<Lane> lanes, String noData) {
    List<Double> times = lanes.stream().flatMapToDouble(Lane::times).boxed().toList();
    return new LaneChart(
        title,
        description,
        timeTitle,
        Scale.monthsOver(times),
        lanes,
        FigureSize.screen(1150),
        "",
        noData);
  }

  /// The same chart over another time axis.
  public LaneChart over(Scale newTime) {
    return new LaneChart(title, description, timeTitle, newTime, lanes, size, stamp, noData);
  }

  /// The same chart at another size.
  public LaneChart sized(FigureSize newSize) {
    return new LaneChart(title, description, timeTitle, time, lanes, newSize, stamp, noData);
  }

  /// The same chart with a line that it must carry.
  public LaneChart stamped(String text) {
    return new LaneChart(title, description, timeTitle, time, lanes, size, text, noData);
  }

  /// The chart as SVG text.
  ///
  /// @throws IllegalArgumentException where a mark lies outside its axis
  public String render() {
    return new LanePainter(this).paint().render();
  }
}
