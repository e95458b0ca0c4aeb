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
      Label label = beside(event.label(), x - radius * 1.7, x + radius * 1.7, style);
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

  /// Where a bar's texts go.
  ///
  /// @param inside whether the label stands in the bar
  /// @param labels the texts, at any height
  /// @param left the left end of bar and texts
  /// @param right the right end of bar and texts
  private record BarText(boolean inside, List<Label> labels, double left, double right) {}

  private BarText text(List<Bar> bars, int index) {
    Bar bar = bars.get(index);
    double from = frame.place(bar.from(), bar.mark());
    double to = frame.place(bar.to(), bar.mark());
    double inset = size.scaled(5);
    TextStyle inner = size.smallBold(bar.hue().textOn());
    double inner0 = TextWidths.width(bar.label(), inner) + 2 * inset;
    boolean fits =
        inner0 + (bar.ongoing() ? inset : 0) <= to - from
            && barHeight(bar) >= 1.15 * size.smallFontSize();
    List<Label> labels = new ArrayList<>();
    if (fits) {
      labels.add(Label.of(bar.label(), from + inset, 0, Anchor.START, inner));
    }
    String outside =
        fits ? bar.note() : String.join("  ", nonEmpty(List.of(bar.label(), bar.note())));
    if (outside.isEmpty()) {
      return new BarText(fits, labels, from, to);
    }
    TextStyle outer = size.small(fits ? Grey.TEXT : bar.hue().ink());
    Label beside = beside(outside, from - inset, to + inset, outer);
    double next = nextOnTrack(bars, index);
    if (beside.anchor() == Anchor.START && beside.box().right() > next) {
      beside = beside.within(Math.max(0, next - inset - beside.x()));
    }
    if (beside.text().length() > 2) {
      labels.add(beside);
    }
    Box box = beside.box();
    return new BarText(fits, labels, Math.min(from, box.left()), Math.max(to, box.right()));
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
      boolean inBar = text.inside() && index == 0;
      double middle = inBar ? top + full - height / 2 : top + full / 2;
      Label placed = atMiddle(text.labels().get(index), middle);
      texts.add((inBar ? placed : placed.withHalo()).draw());
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
