package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Draws what is packed into rows: events with their texts, bars with theirs.
final class RowDrawing {
  private final FigureSize size;
  private final Frame frame;
  private final double left;
  private final double right;
  private final double gap;

  RowDrawing(FigureSize size, Scale time, double left, double right) {
    this.size = size;
    this.left = left;
    this.right = right;
    this.gap = size.scaled(8);
    // Rows have no y axis; the unit scale only completes the frame.
    this.frame = new Frame(new Box(left, 0, right, 1), time, Scale.linear(0, 1));
  }

  double events(EventLane lane, double top, List<Svg> front) {
    double radius = size.scaled(4.2);
    double pitch = size.scaled(18);
    TextStyle style = size.small(Grey.INK);
    List<Label> labels = new ArrayList<>();
    List<Rows.Span> spans = new ArrayList<>();
    for (int index = 0; index < lane.events().size(); index++) {
      Event event = lane.events().get(index);
      double x = frame.place(event.x(), event.mark());
      Label label = beside(event.label(), x - radius * 2, x + radius * 2, style);
      labels.add(label);
      Box box = label.box();
      spans.add(
          new Rows.Span(
              Integer.toString(index),
              Math.min(x - radius, box.left()),
              Math.max(x + radius, box.right())));
    }
    int[] rows = Rows.pack(spans, gap);
    int last = 0;
    for (int index = 0; index < rows.length; index++) {
      Event event = lane.events().get(index);
      last = Math.max(last, rows[index]);
      double middle = top + size.fontSize() * 0.6 + rows[index] * pitch;
      Svg symbol =
          Marks.symbolAt(
              frame.place(event.x(), event.mark()),
              middle,
              radius,
              event.symbol(),
              event.hue(),
              false);
      front.add(event.mark().draw(symbol, atMiddle(labels.get(index), middle).withHalo().draw()));
    }
    return top + last * pitch + size.scaled(14);
  }

  double bars(BarLane lane, double top, List<Svg> front) {
    double pitch = size.scaled(18);
    List<BarText> texts = new ArrayList<>();
    List<Rows.Span> spans = new ArrayList<>();
    for (int index = 0; index < lane.bars().size(); index++) {
      BarText text = text(lane.bars(), index);
      texts.add(text);
      spans.add(new Rows.Span(lane.bars().get(index).track(), text.left(), text.right()));
    }
    int[] rows = Rows.pack(spans, gap);
    int last = 0;
    for (int index = 0; index < rows.length; index++) {
      last = Math.max(last, rows[index]);
      front.add(bar(lane.bars().get(index), texts.get(index), top + rows[index] * pitch));
    }
    return top + (last + 1) * pitch - size.scaled(4);
  }

  private enum Home {
    INSIDE,
    ABOVE,
    BESIDE
  }

  /// Where a bar's texts go.
  ///
  /// @param home where the first text stands
  /// @param labels the texts, at any height
  /// @param left the left end of bar and texts
  /// @param right the right end of bar and texts
  private record BarText(Home home, List<Label> labels, double left, double right) {}

  private BarText text(List<Bar> bars, int index) {
    Bar bar = bars.get(index);
    double from = frame.place(bar.from(), bar.mark());
    double to = frame.place(bar.to(), bar.mark());
    double inset = size.scaled(5);
    Home home = home(bar, to - from);
    List<Label> labels = new ArrayList<>();
    if (home != Home.BESIDE) {
      labels.add(Label.of(bar.label(), from + inset, 0, Anchor.START, inner(bar, home)));
    }
    String outside =
        home == Home.BESIDE
            ? String.join(" · ", nonEmpty(List.of(bar.label(), bar.note())))
            : bar.note();
    if (outside.isEmpty()) {
      return new BarText(home, labels, from, to);
    }
    boolean named = home == Home.BESIDE && !bar.label().isEmpty();
    TextStyle outer = size.small(named ? bar.hue().ink() : Grey.TEXT);
    Label beside = beside(outside, from - inset, to + inset, outer);
    double room = nextOnTrack(bars, index) - inset - beside.x();
    double wanted = TextWidths.width(beside.text(), outer);
    // Where most of the text fits before the next bar it is shortened, else it needs another row.
    if (beside.anchor() == Anchor.START && wanted > room && 0.6 * wanted <= room) {
      beside = beside.within(room);
    }
    labels.add(beside);
    Box box = beside.box();
    return new BarText(home, labels, Math.min(from, box.left()), Math.max(to, box.right()));
  }

  private Home home(Bar bar, double width) {
    double inset = size.scaled(5);
    double needed = TextWidths.width(bar.label(), size.smallBold(Grey.INK)) + 2 * inset;
    if (bar.label().isEmpty() || needed + (bar.ongoing() ? inset : 0) > width) {
      return Home.BESIDE;
    }
    // Capitals are 0.72 of the size high: they still stand in a bar a little lower than the text.
    return barHeight(bar) >= 0.85 * size.smallFontSize() ? Home.INSIDE : Home.ABOVE;
  }

  private TextStyle inner(Bar bar, Home home) {
    return size.smallBold(home == Home.INSIDE ? bar.hue().textOn() : bar.hue().ink());
  }

  /// Where the next bar of the same track begins, which a text beside must not cover.
  private double nextOnTrack(List<Bar> bars, int index) {
    Bar bar = bars.get(index);
    // Bars come in the order of their beginning, so the next one stands further on in the list.
    return bars.subList(index + 1, bars.size()).stream()
        .filter(other -> other.track().equals(bar.track()) && other.from() >= bar.to())
        .mapToDouble(other -> frame.place(other.from(), other.mark()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Svg bar(Bar bar, BarText text, double top) {
    double full = size.scaled(14);
    double height = barHeight(bar);
    double from = frame.place(bar.from(), bar.mark());
    double to = frame.place(bar.to(), bar.mark());
    Box box = new Box(from, top + full - height, to, top + full);
    List<Svg> texts = new ArrayList<>();
    for (int index = 0; index < text.labels().size(); index++) {
      Label label = text.labels().get(index);
      boolean own = index == 0;
      texts.add(
          switch (text.home()) {
            case INSIDE ->
                own
                    ? atMiddle(label, top + full - height / 2).draw()
                    : atMiddle(label, top + full / 2).withHalo().draw();
            case ABOVE ->
                atMiddle(label, own ? box.top() - 0.42 * size.smallFontSize() : top + full / 2)
                    .withHalo()
                    .draw();
            case BESIDE -> atMiddle(label, top + full / 2).withHalo().draw();
          });
    }
    return Marks.bar(bar.mark(), box, bar.hue(), bar.ongoing(), texts.toArray(Svg[]::new));
  }

  private double barHeight(Bar bar) {
    return Math.max(size.scaled(3), size.scaled(14) * bar.level());
  }

  /// A text to the right of something, or to its left where there is more room, shortened to fit.
  private Label beside(String text, double before, double after, TextStyle style) {
    double roomAfter = right - after;
    double roomBefore = before - left;
    double wanted = TextWidths.width(text, style);
    return wanted <= roomAfter || roomAfter >= roomBefore
        ? Label.of(text, after, 0, Anchor.START, style).within(Math.max(0, roomAfter))
        : Label.of(text, before, 0, Anchor.END, style).within(Math.max(0, roomBefore));
  }

  private static Label atMiddle(Label label, double middle) {
    return new Label(
        label.text(),
        label.x(),
        middle + 0.35 * label.style().size(),
        label.anchor(),
        label.style(),
        label.full(),
        label.haloed());
  }

  private static List<String> nonEmpty(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }
}
