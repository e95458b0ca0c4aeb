package org.myocohort.app.review.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowPart;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.TextStyle;

/// Where each box stands: rows as in the template, as high as their highest box, columns only for
/// the arms that the diagram has.
final class FlowLayout {
  static final double GAP = 16;
  static final double PADDING = 5;
  static final double STRIP = 16;
  private static final double EDGE = 1;
  private static final double INDENT = 7;
  private static final double COLUMN = 150;
  private static final double NARROW_COLUMN = 128;

  /// The columns of the template, from the left.
  enum Column {
    PREVIOUS,
    LEFT,
    RIGHT,
    OTHER_LEFT,
    OTHER_RIGHT
  }

  /// The stages that stand at the side.
  enum Stage {
    IDENTIFICATION,
    SCREENING,
    INCLUDED
  }

  /// A stage at the side.
  record PlacedStage(Stage stage, double top, double height) {}

  /// The rows of the template from the top; a box of the review's own is a row of its own.
  private record Row(Stage stage, List<FlowBox> boxes) {
    static final List<Row> ALL =
        List.of(
            new Row(
                Stage.IDENTIFICATION,
                List.of(
                    FlowBox.PREVIOUS,
                    FlowBox.IDENTIFIED,
                    FlowBox.REMOVED,
                    FlowBox.OTHER_IDENTIFIED)),
            new Row(Stage.SCREENING, List.of(FlowBox.SCREENED, FlowBox.EXCLUDED)),
            new Row(
                Stage.SCREENING,
                List.of(
                    FlowBox.SOUGHT,
                    FlowBox.NOT_RETRIEVED,
                    FlowBox.OTHER_SOUGHT,
                    FlowBox.OTHER_NOT_RETRIEVED)),
            new Row(
                Stage.SCREENING,
                List.of(
                    FlowBox.ASSESSED,
                    FlowBox.REPORTS_EXCLUDED,
                    FlowBox.OTHER_ASSESSED,
                    FlowBox.OTHER_REPORTS_EXCLUDED)),
            new Row(Stage.INCLUDED, List.of(FlowBox.INCLUDED)),
            new Row(Stage.INCLUDED, List.of(FlowBox.TOTAL)),
            new Row(Stage.INCLUDED, List.of(FlowBox.META_ANALYSIS)));
  }

  private final BoxText texts;
  private final boolean extra;
  private final TextStyle style;
  private final TextStyle strong;
  private final Map<Column, Double> lefts = new EnumMap<>(Column.class);
  private final double columnWidth;
  private final double width;
  private final List<PlacedBox> boxes = new ArrayList<>();
  private final List<PlacedStage> stages = new ArrayList<>();
  private double bottom;

  /// @param columns the columns that the diagram has
  /// @param extra whether the review's own boxes are shown
  FlowLayout(BoxText texts, List<Column> columns, boolean extra) {
    this.texts = texts;
    this.extra = extra;
    FigureSize letters = FigureSize.print(100);
    this.style = letters.text(Grey.INK);
    this.strong = letters.bold(Grey.INK);
    this.columnWidth = columns.size() == Column.values().length ? NARROW_COLUMN : COLUMN;
    double x = EDGE + STRIP + GAP / 2;
    for (Column column : columns) {
      lefts.put(column, x);
      x += columnWidth + GAP;
    }
    this.width = x - GAP + EDGE;
  }

  /// Places every box below a line.
  ///
  /// @param labels the width that the name of each stage needs
  void place(double top, Map<Stage, Double> labels) {
    double y = top;
    for (Stage stage : Stage.values()) {
      double begin = y;
      for (Row row : Row.ALL) {
        if (row.stage() == stage) {
          y = row(row.boxes(), y);
        }
      }
      if (stage == Stage.INCLUDED && extra) {
        for (FlowPart part : texts.parts(FlowBox.EXTRA)) {
          PlacedBox box = box(FlowBox.EXTRA, List.of(part), texts.each(List.of(part)), y);
          boxes.add(box);
          y = box.bottom() + GAP;
        }
      }
      y = Math.max(y, begin + labels.getOrDefault(stage, 0.0) + GAP);
      stages.add(new PlacedStage(stage, begin, y - GAP - begin));
    }
    bottom = y - GAP;
  }

  /// Places the boxes of a row and gives the top of the next one.
  private double row(List<FlowBox> these, double top) {
    double lowest = top - GAP;
    for (FlowBox each : these) {
      List<BoxText.Line> lines = texts.of(each);
      if (!lines.isEmpty()) {
        PlacedBox box = box(each, texts.parts(each), lines, top);
        boxes.add(box);
        lowest = Math.max(lowest, box.bottom());
      }
    }
    return lowest + GAP;
  }

  private PlacedBox box(FlowBox box, List<FlowPart> parts, List<BoxText.Line> lines, double top) {
    List<BoxText.Line> wrapped = new ArrayList<>();
    for (BoxText.Line line : lines) {
      double available = columnWidth - 2 * PADDING - indent(line);
      for (String text : Lines.of(line.text(), available, style)) {
        wrapped.add(new BoxText.Line(text, line.indent()));
      }
    }
    double height = wrapped.size() * style.lineHeight() + 2 * PADDING;
    return new PlacedBox(box, left(column(box)), top, columnWidth, height, wrapped, parts);
  }

  static double indent(BoxText.Line line) {
    return line.indent() * INDENT;
  }

  private static Column column(FlowBox box) {
    return switch (box) {
      case PREVIOUS -> Column.PREVIOUS;
      case IDENTIFIED, SCREENED, SOUGHT, ASSESSED, INCLUDED, TOTAL, META_ANALYSIS, EXTRA ->
          Column.LEFT;
      case REMOVED, EXCLUDED, NOT_RETRIEVED, REPORTS_EXCLUDED -> Column.RIGHT;
      case OTHER_IDENTIFIED, OTHER_SOUGHT, OTHER_ASSESSED -> Column.OTHER_LEFT;
      case OTHER_NOT_RETRIEVED, OTHER_REPORTS_EXCLUDED -> Column.OTHER_RIGHT;
    };
  }

  /// The boxes of a column from the top.
  List<PlacedBox> in(Column column) {
    return boxes.stream().filter(each -> column(each.box()) == column).toList();
  }

  Optional<PlacedBox> find(FlowBox box) {
    return boxes.stream().filter(each -> each.box() == box).findFirst();
  }

  double left(Column column) {
    return lefts.getOrDefault(column, 0.0);
  }

  boolean has(Column column) {
    return lefts.containsKey(column);
  }

  double right(Column column) {
    return left(column) + columnWidth;
  }

  List<PlacedBox> boxes() {
    return List.copyOf(boxes);
  }

  List<PlacedStage> stages() {
    return List.copyOf(stages);
  }

  TextStyle style() {
    return style;
  }

  TextStyle strong() {
    return strong;
  }

  double width() {
    return width;
  }

  double bottom() {
    return bottom;
  }

  static double edge() {
    return EDGE;
  }
}
