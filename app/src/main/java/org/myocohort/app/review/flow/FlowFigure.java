package org.myocohort.app.review.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.flow.FlowLayout.Column;
import org.myocohort.app.review.flow.FlowLayout.PlacedStage;
import org.myocohort.app.review.flow.FlowLayout.Stage;
import org.myocohort.evidence.flow.Count;
import org.myocohort.evidence.flow.FlowArithmetic;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowPart;
import org.myocohort.evidence.flow.FlowParts;
import org.myocohort.evidence.flow.IdentityCheck;
import org.myocohort.evidence.flow.Verdict;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// The PRISMA 2020 flow diagram, laid out as its template: stages at the side, an arm for each way
/// of finding studies, letters of 8 points, at most one page of A4.
public final class FlowFigure {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double LONG_SIDE = 277;
  private static final double SHORT_SIDE = 190;
  private static final double HEAD_CORNER = 6;
  private static final double ARROW = 4;
  private static final double LINE_WIDTH = 0.8;
  private static final double FAINT = 0.15;

  /// Only holds a line together while it is wrapped: a reader searches for a plain blank.
  private static final char NO_BREAK = '\u00a0';

  private static final String HEAD = "#FFC000";
  private static final String OTHER_HEAD = "#D9D9D9";
  private static final String STAGE = "#BDD7EE";

  private final FlowCounts counts;
  private final Function<FlowBox, Optional<String>> links;
  private final Texts texts;
  private final FlowWords words;
  private final List<IdentityCheck> checks;
  private final List<FlowPart> parts;
  private final FlowLayout layout;
  private final List<Svg> shapes = new ArrayList<>();

  private FlowFigure(
      FlowCounts counts,
      FlowOptions options,
      Function<FlowBox, Optional<String>> links,
      Texts texts) {
    this.counts = counts;
    this.links = links;
    this.texts = texts;
    this.words = new FlowWords(texts, counts.previous() != null);
    this.checks = FlowArithmetic.of(counts);
    this.parts = FlowParts.of(counts);
    this.layout =
        new FlowLayout(new BoxText(words, options, parts), columns(counts), options.extra());
  }

  /// Draws a diagram as the text of an SVG file. Sums that do not hold are written across it;
  /// whether such a diagram is drawn at all is the caller's choice.
  ///
  /// @param links where a click on a box leads, if anywhere: a place of the same page (`#…`) or a
  ///   page of the same server (`/…`)
  public static String draw(
      FlowCounts counts,
      FlowOptions options,
      Function<FlowBox, Optional<String>> links,
      Texts texts) {
    return new FlowFigure(counts, options, links, texts).render();
  }

  private static List<Column> columns(FlowCounts counts) {
    List<Column> columns = new ArrayList<>();
    if (counts.previous() != null) {
      columns.add(Column.PREVIOUS);
    }
    columns.add(Column.LEFT);
    columns.add(Column.RIGHT);
    if (counts.other() != null) {
      columns.add(Column.OTHER_LEFT);
      columns.add(Column.OTHER_RIGHT);
    }
    return columns;
  }

  private String render() {
    double top = draftReasons(FlowLayout.edge());
    top = heads(top) + FlowLayout.GAP;
    Map<Stage, Double> labels = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      labels.put(stage, TextWidths.width(label(stage), layout.strong()) + 2 * FlowLayout.PADDING);
    }
    layout.place(top, labels);
    layout.stages().forEach(this::stage);
    connectors();
    layout.boxes().forEach(this::box);
    TextStyle small = new TextStyle(6, false, Grey.TEXT);
    double foot = layout.bottom() + 2 * small.lineHeight();
    for (String line :
        Lines.of(texts.text("flow.figure.source"), layout.width() - 2 * FlowLayout.edge(), small)) {
      shapes.add(text(FlowLayout.edge(), foot, line, small));
      foot += small.lineHeight();
    }
    double height = foot - small.lineHeight() + small.size() / 2;
    if (!broken().isEmpty()) {
      across(height);
    }
    return document(height).addAll(shapes).render();
  }

  private List<IdentityCheck> broken() {
    return checks.stream().filter(each -> each.verdict() == Verdict.BROKEN).toList();
  }

  /// The whole figure, made smaller where it would not fit a page of A4, upright or across.
  private Svg document(double height) {
    FigureSize size = new FigureSize(layout.width(), height, 8, 7, true);
    boolean linked = layout.boxes().stream().anyMatch(each -> links.apply(each.box()).isPresent());
    long unknown =
        parts.stream()
            .map(FlowPart::count)
            .filter(count -> count != null && !count.isReported())
            .count();
    Svg figure =
        Svg.document(
            size,
            texts.text("flow.figure.title", counts.title()),
            texts.text("flow.figure.description", parts.size(), layout.boxes().size(), unknown),
            linked);
    double wide = layout.width() / POINTS_PER_MILLIMETRE;
    double high = height / POINTS_PER_MILLIMETRE;
    double upright = Math.min(SHORT_SIDE / wide, LONG_SIDE / high);
    double across = Math.min(LONG_SIDE / wide, SHORT_SIDE / high);
    double scale = Math.min(1, Math.max(upright, across));
    return figure
        .set("width", Svg.number(wide * scale) + "mm")
        .set("height", Svg.number(high * scale) + "mm")
        .add(Marks.filled(0, 0, layout.width(), height, Grey.WHITE));
  }

  /// The sums that do not hold, above everything; gives the top of what follows.
  private double draftReasons(double top) {
    List<IdentityCheck> broken = broken();
    if (broken.isEmpty()) {
      return top;
    }
    TextStyle strong = new TextStyle(layout.strong().size(), true, Hue.VERMILLION.ink());
    TextStyle style = new TextStyle(layout.style().size(), false, Hue.VERMILLION.ink());
    double y = top + strong.size();
    shapes.add(text(FlowLayout.edge(), y, texts.text("flow.figure.draft-why"), strong));
    for (IdentityCheck each : broken) {
      for (String line : Lines.of(words.sum(each), layout.width() - 2 * FlowLayout.edge(), style)) {
        y += style.lineHeight();
        shapes.add(text(FlowLayout.edge(), y, line, style));
      }
    }
    return y + FlowLayout.GAP / 2;
  }

  private void across(double height) {
    String word = texts.text("flow.figure.draft");
    double x = layout.width() / 2;
    double y = height / 2;
    double size = 0.8 * layout.width() / word.length();
    shapes.add(
        Svg.element("text")
            .set("x", x)
            .set("y", y + size / 3)
            .set("font-size", size)
            .set("font-weight", "bold")
            .set("fill", Hue.VERMILLION.colour())
            .set("fill-opacity", FAINT)
            .set("text-anchor", "middle")
            .set("pointer-events", "none")
            .set("transform", "rotate(-30 " + Svg.number(x) + " " + Svg.number(y) + ")")
            .content(word));
  }

  private double heads(double top) {
    boolean update = counts.previous() != null;
    double bottom = top;
    double height = 0;
    record Head(String text, Column from, Column to, String colour) {}
    List<Head> heads = new ArrayList<>();
    if (update) {
      heads.add(
          new Head(texts.text("flow.head.previous"), Column.PREVIOUS, Column.PREVIOUS, OTHER_HEAD));
    }
    heads.add(
        new Head(
            texts.text(update ? "flow.head.databases" : "flow.head.databases-only"),
            Column.LEFT,
            Column.RIGHT,
            HEAD));
    if (counts.other() != null) {
      heads.add(
          new Head(
              texts.text(update ? "flow.head.other" : "flow.head.other-only"),
              Column.OTHER_LEFT,
              Column.OTHER_RIGHT,
              OTHER_HEAD));
    }
    List<List<String>> wrapped = new ArrayList<>();
    for (Head head : heads) {
      double available =
          layout.right(head.to()) - layout.left(head.from()) - 2 * FlowLayout.PADDING;
      List<String> lines = Lines.of(head.text(), available, layout.strong());
      wrapped.add(lines);
      height = Math.max(height, lines.size() * layout.strong().lineHeight());
    }
    height += 2 * FlowLayout.PADDING;
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      double left = layout.left(head.from());
      double width = layout.right(head.to()) - left;
      shapes.add(
          framed(Marks.filled(left, top, width, height, head.colour()).set("rx", HEAD_CORNER)));
      double lineHeight = layout.strong().lineHeight();
      double y = top + (height - wrapped.get(i).size() * lineHeight) / 2 + layout.strong().size();
      for (String line : wrapped.get(i)) {
        shapes.add(text(left + width / 2, y, line, layout.strong()).set("text-anchor", "middle"));
        y += lineHeight;
      }
      bottom = Math.max(bottom, top + height);
    }
    return bottom;
  }

  private String label(Stage stage) {
    return texts.text("flow.stage." + Texts.code(stage));
  }

  private void stage(PlacedStage placed) {
    double left = FlowLayout.edge();
    shapes.add(
        framed(
            Marks.filled(left, placed.top(), FlowLayout.STRIP, placed.height(), STAGE)
                .set("rx", HEAD_CORNER)));
    double x = left + FlowLayout.STRIP / 2;
    double y = placed.top() + placed.height() / 2;
    shapes.add(
        text(x, y + 0.36 * layout.strong().size(), label(placed.stage()), layout.strong())
            .set("text-anchor", "middle")
            .set("transform", "rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")"));
  }

  private void box(PlacedBox placed) {
    List<Svg> drawn = new ArrayList<>();
    drawn.add(
        framed(
            Marks.filled(
                placed.left(), placed.top(), placed.width(), placed.height(), Grey.WHITE)));
    double y = placed.top() + FlowLayout.PADDING + layout.style().size();
    for (BoxText.Line line : placed.lines()) {
      double x = placed.left() + FlowLayout.PADDING + FlowLayout.indent(line);
      drawn.add(text(x, y, line.text(), layout.style()));
      y += layout.style().lineHeight();
    }
    Mark mark = Mark.of(hover(placed), "flow/" + placed.box().code());
    Optional<String> link = links.apply(placed.box());
    shapes.add(link.map(mark::linkedTo).orElse(mark).draw(drawn.toArray(Svg[]::new)));
  }

  /// Every number of a box with what it was counted from, then the sums that end in it.
  private String hover(PlacedBox placed) {
    List<String> sentences = new ArrayList<>();
    for (FlowPart part : placed.parts()) {
      Count count = part.count();
      sentences.add(count == null ? words.label(part) : words.counted(part, count));
    }
    for (IdentityCheck check : checks) {
      if (FlowWords.endsIn(check, placed.box())) {
        sentences.add(words.verdict(check.verdict()) + ": " + words.sum(check));
      }
    }
    return String.join("\n", sentences);
  }

  private void connectors() {
    for (Column column : Column.values()) {
      List<PlacedBox> boxes = layout.in(column);
      if (column == Column.LEFT || column == Column.OTHER_LEFT) {
        for (int i = 1; i < boxes.size(); i++) {
          PlacedBox from = boxes.get(i - 1);
          arrow(from.middle(), from.bottom(), from.middle(), boxes.get(i).top());
        }
      }
    }
    aside(FlowBox.IDENTIFIED, FlowBox.REMOVED);
    aside(FlowBox.SCREENED, FlowBox.EXCLUDED);
    aside(FlowBox.SOUGHT, FlowBox.NOT_RETRIEVED);
    aside(FlowBox.ASSESSED, FlowBox.REPORTS_EXCLUDED);
    aside(FlowBox.OTHER_SOUGHT, FlowBox.OTHER_NOT_RETRIEVED);
    aside(FlowBox.OTHER_ASSESSED, FlowBox.OTHER_REPORTS_EXCLUDED);
    downInto(FlowBox.OTHER_ASSESSED, FlowBox.INCLUDED);
    downInto(FlowBox.PREVIOUS, FlowBox.TOTAL);
  }

  private void aside(FlowBox from, FlowBox to) {
    Optional<PlacedBox> left = layout.find(from);
    Optional<PlacedBox> right = layout.find(to);
    if (left.isPresent() && right.isPresent()) {
      double y = left.get().top() + Math.min(left.get().height(), right.get().height()) / 2;
      arrow(left.get().right(), y, right.get().left(), y);
    }
  }

  /// Down from a box, then sideways into another one.
  private void downInto(FlowBox from, FlowBox to) {
    Optional<PlacedBox> start = layout.find(from);
    Optional<PlacedBox> end = layout.find(to);
    if (start.isPresent() && end.isPresent()) {
      double y = end.get().top() + end.get().height() / 2;
      double x = start.get().middle();
      shapes.add(Marks.stroked(Marks.line(x, start.get().bottom(), x, y), Grey.INK, LINE_WIDTH));
      arrow(x, y, x > end.get().right() ? end.get().right() : end.get().left(), y);
    }
  }

  /// A straight arrow, along one of the axes.
  private void arrow(double fromX, double fromY, double toX, double toY) {
    double alongX = Math.signum(toX - fromX);
    double alongY = Math.signum(toY - fromY);
    double neckX = toX - alongX * ARROW;
    double neckY = toY - alongY * ARROW;
    shapes.add(Marks.stroked(Marks.line(fromX, fromY, neckX, neckY), Grey.INK, LINE_WIDTH));
    double half = ARROW / 2;
    String points =
        point(toX, toY)
            + " "
            + point(neckX + alongY * half, neckY + alongX * half)
            + " "
            + point(neckX - alongY * half, neckY - alongX * half);
    shapes.add(Svg.element("polygon").set("points", points).set("fill", Grey.INK));
  }

  private static String point(double x, double y) {
    return Svg.number(x) + "," + Svg.number(y);
  }

  private static Svg framed(Svg shape) {
    return Marks.stroked(shape, Grey.INK, LINE_WIDTH);
  }

  private static Svg text(double x, double y, String text, TextStyle style) {
    return Svg.element("text")
        .set("x", x)
        .set("y", y)
        .set("font-size", style.size())
        .set("font-weight", style.bold() ? "bold" : "normal")
        .set("fill", style.colour())
        .content(text.replace(NO_BREAK, ' '));
  }
}
