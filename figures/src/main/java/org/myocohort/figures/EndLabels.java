package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// The column of names at the right of a frame: cut-off lines and, where there are several, series.
public final class EndLabels {
  // A cut-off's name must stay at its line; a series has its symbol and a leader to tell.
  private static final double FIXED = 1000;
  private static final double FREE = 1;

  private final FigureSize size;
  private final List<CutOff> cutOffs;
  private final List<Series> named;
  private final double widest;

  /// Names beside a frame.
  ///
  /// @param y its vertical axis; a cut-off outside it has no name
  /// @param widest the most room for a name
  public EndLabels(
      FigureSize size, Scale y, List<CutOff> cutOffs, List<Series> series, double widest) {
    this.size = size;
    this.widest = widest;
    this.cutOffs =
        cutOffs.stream()
            .filter(each -> !each.label().isEmpty())
            .filter(each -> each.value() >= y.low() && each.value() <= y.high())
            .toList();
    this.named =
        series.size() < 2
            ? List.of()
            : series.stream().filter(each -> !each.data().isEmpty()).toList();
  }

  /// How wide the column is, its distance from the frame included; 0 without names.
  public double width() {
    double width = 0;
    for (CutOff cutOff : cutOffs) {
      width = Math.max(width, TextWidths.width(cutOff.label(), size.small(Grey.TEXT)));
    }
    for (Series series : named) {
      double text = TextWidths.width(series.name(), size.small(Grey.TEXT));
      width = Math.max(width, text + symbolRoom());
    }
    return width == 0 ? 0 : Math.min(width, widest) + distance() + size.scaled(2);
  }

  /// The names, each as near its line as the others let it.
  public List<Svg> draw(Frame frame) {
    double start = frame.area().right() + distance();
    List<LabelSpread.Wish> wishes = new ArrayList<>();
    for (CutOff cutOff : cutOffs) {
      wishes.add(new LabelSpread.Wish(frame.up(cutOff.value()), FIXED));
    }
    double pitch = size.smallFontSize() * 1.12;
    double height = frame.area().bottom() - frame.area().top();
    int room = Math.max(0, (int) (height / pitch) + 1 - cutOffs.size());
    boolean tooMany = named.size() > room;
    List<Series> shown = tooMany ? named.subList(0, Math.max(0, room - 1)) : named;
    for (Series series : shown) {
      wishes.add(new LabelSpread.Wish(lastPlace(series, frame)[1], FREE));
    }
    if (tooMany) {
      wishes.add(new LabelSpread.Wish(frame.area().bottom(), FREE));
    }
    double[] places = LabelSpread.spread(wishes, pitch, frame.area().top(), frame.area().bottom());
    List<Svg> drawn = new ArrayList<>();
    for (int index = 0; index < cutOffs.size(); index++) {
      Label.centred(
              cutOffs.get(index).label(), start, places[index], Anchor.START, size.small(Grey.TEXT))
          .within(widest)
          .addTo(drawn);
    }
    for (int index = 0; index < shown.size(); index++) {
      double place = places[cutOffs.size() + index];
      drawn.addAll(seriesLabel(shown.get(index), frame, start, place));
    }
    if (tooMany) {
      drawn.add(more(start, places[places.length - 1], named.size() - shown.size()));
    }
    return drawn;
  }

  private List<Svg> seriesLabel(Series series, Frame frame, double start, double place) {
    double[] last = lastPlace(series, frame);
    double radius = 0.27 * size.smallFontSize();
    Hue hue = series.style().hue();
    List<Svg> drawn = new ArrayList<>();
    double from = last[0] + 2 * radius;
    if (start - from > size.scaled(12)) {
      drawn.add(
          Marks.stroked(
              Marks.line(from, last[1], start - size.scaled(1), place),
              Grey.LEADER,
              size.scaled(0.6)));
    }
    drawn.add(
        Marks.symbolAt(start + 1.3 * radius, place, radius, series.style().symbol(), hue, false));
    Label.centred(series.name(), start + symbolRoom(), place, Anchor.START, size.small(hue.ink()))
        .within(widest - symbolRoom())
        .addTo(drawn);
    return drawn;
  }

  private Svg more(double start, double place, int count) {
    String names = String.join(", ", named.stream().map(Series::name).toList());
    return Label.centred("+" + count, start, place, Anchor.START, size.small(Grey.TEXT))
        .draw()
        .add(Svg.element("title").content(names));
  }

  /// Room between the frame and the names; symbols need more, lest they pass for points.
  private double distance() {
    return size.scaled(named.isEmpty() ? 6 : 11);
  }

  private double symbolRoom() {
    return 0.95 * size.smallFontSize();
  }

  private static double[] lastPlace(Series series, Frame frame) {
    Datum last = series.data().getLast();
    double y =
        switch (last) {
          case Point point -> frame.up(point.y());
          case Interval interval -> (frame.up(interval.low()) + frame.up(interval.high())) / 2;
        };
    return new double[] {frame.across(last.x()), y};
  }
}
