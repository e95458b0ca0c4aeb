package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.WorkProgress;
import org.myocohort.app.cohort.CohortWords;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Question;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.chart.Chart;
import org.myocohort.paper.checklist.Checklist;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Block;
import org.myocohort.paper.document.BulletList;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.CodeBlock;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Heading;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.Note;
import org.myocohort.paper.document.PageBreak;
import org.myocohort.paper.document.Paragraph;
import org.myocohort.paper.document.Picture;
import org.myocohort.paper.document.Table;
import org.myocohort.paper.pdf.PdfPaper;
import org.myocohort.paper.picture.PictureFile;
import org.myocohort.paper.word.WordFile;
import org.myocohort.paper.workbook.ExcelFile;

/// An analysis as files for a paper: Word, Excel and PDF of all tables and figures with the
/// methods, the checklist that the plan asks for and the script; each figure as vectors and as a
/// picture of 600 dots per inch.
final class PaperPackage {
  private static final double PAGE = 174;
  private static final double COLUMN = 84;

  /// More columns than this need a page that is wider than high.
  private static final int WIDE = 10;

  /// From so many letters on a column holds texts, which stand at the left.
  private static final int TEXT = 30;

  private final Texts texts;
  private final Language language;

  PaperPackage(Texts texts) {
    this.texts = texts;
    this.language = texts.language().equals("it") ? Language.ITALIAN : Language.ENGLISH;
  }

  /// A file that is still to be drawn.
  private record Draft(String name, Supplier<byte[]> bytes) {}

  /// The files by name; drawn on all processors.
  ///
  /// @param script the reproduction script
  /// @param progress is told of each file, from any thread
  Map<String, byte[]> files(AnalysisReport report, String script, WorkProgress progress) {
    List<Draft> drafts = drafts(report, script);
    String step = word("drawing");
    AtomicInteger done = new AtomicInteger();
    progress.done(step, 0, drafts.size());
    Map<String, Future<byte[]>> drawn = new LinkedHashMap<>();
    // Not a parallel stream, which gives one thread several neighbours: the longest stand together.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Draft draft : drafts) {
        Callable<byte[]> drawing =
            () -> {
              byte[] bytes = draft.bytes().get();
              progress.done(step, done.incrementAndGet(), drafts.size());
              return bytes;
            };
        drawn.put(draft.name(), threads.submit(drawing));
      }
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    drawn.forEach((name, bytes) -> files.put(name, bytes.resultNow()));
    return files;
  }

  private List<Draft> drafts(AnalysisReport report, String script) {
    List<Draft> drafts = new ArrayList<>();
    Document document = document(report, script);
    drafts.add(new Draft("paper.docx", () -> WordFile.bytes(document)));
    drafts.add(new Draft("paper.xlsx", () -> ExcelFile.bytes(document)));
    drafts.add(new Draft("paper.pdf", () -> PdfPaper.bytes(document)));
    for (AnalysisReport.Section section : report.sections()) {
      section
          .figure()
          .ifPresent(chart -> {
            double width = millimetres(chart);
            String svg = chart.render();
            String name = "figures/" + section.name();
            drafts.add(
                new Draft(
                    name + ".pdf", () -> PictureFile.pdf(svg, width, section.title(), language)));
            drafts.add(new Draft(name + ".png", () -> PictureFile.png(svg, width)));
          });
    }
    return drafts;
  }

  /// One or two columns of a journal.
  private static double millimetres(Chart chart) {
    return chart.size().width() > FigureSize.print(COLUMN).width() + 1 ? PAGE : COLUMN;
  }

  private Document document(AnalysisReport report, String script) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, word("methods-heading")));
    blocks.add(Paragraph.of(String.join(" ", report.methods())));
    report.nobody().ifPresent(sentence -> blocks.add(Paragraph.of(sentence)));
    blocks.add(flow(report.selection()));
    blocks.add(new Heading(1, word("results-heading")));
    int figures = 0;
    int tables = 1;
    for (AnalysisReport.Section section : report.sections()) {
      blocks.add(new Heading(2, section.title()));
      if (section.figure().isPresent()) {
        Chart chart = section.figure().get();
        figures++;
        blocks.add(
            new Picture(
                Integer.toString(figures),
                section.title() + ". " + chart.caption().description(),
                chart.caption().description(),
                chart.render(),
                millimetres(chart)));
      }
      tables++;
      blocks.add(table(section, Integer.toString(tables)));
      bullets(section.seen(), blocks);
      if (!section.cannot().isEmpty()) {
        blocks.add(new Heading(3, word("cannot-heading")));
        bullets(section.cannot(), blocks);
      }
    }
    blocks.add(new PageBreak());
    blocks.add(new Heading(1, word("checklist-heading")));
    blocks.add(checklist(report, Integer.toString(tables + 1), tables, figures));
    blocks.add(new Heading(1, word("script-heading")));
    blocks.add(new CodeBlock(script));
    return new Document(
        language,
        report.result().plan().title(),
        report.study().title(),
        report.study().synthetic() ? texts.text("page.synthetic") : "",
        blocks);
  }

  private String word(String code, Object... values) {
    return texts.text("analysis." + code, values);
  }

  private static void bullets(List<String> sentences, List<Block> blocks) {
    if (!sentences.isEmpty()) {
      blocks.add(new BulletList(sentences.stream().map(Paragraph::of).toList()));
    }
  }

  private Table flow(Selection selection) {
    CohortWords words = new CohortWords(texts);
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Cell.of(texts.text("cohort.step.study")),
            Cell.of(texts.text("cohort.demand.study", selection.on().toString())),
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.of(selection.patients().size())));
    for (Selection.StepResult step : selection.steps()) {
      rows.add(
          List.of(
              Cell.of(words.name(step.step())),
              Cell.of(words.demand(step.step())),
              Cell.of(step.patients(Kind.NOT_MET).size()),
              Cell.of(step.patients(Kind.UNDETERMINED).size()),
              Cell.of(step.remaining().size())));
    }
    return texts(
        "1",
        word("flow-caption", selection.on().toString()),
        List.of(
            word("step"), word("demand"), word("not-met"), word("undetermined"), word("remaining")),
        rows);
  }

  private static Table table(AnalysisReport.Section section, String number) {
    List<List<Cell>> rows =
        section.table().rows().stream()
            .map(row -> row.stream().map(PaperPackage::cell).toList())
            .toList();
    Table table = texts(number, section.title(), section.table().head(), rows);
    table = table.withNotes(section.table().notes().stream().map(Note::of).toList(), List.of());
    return section.table().head().size() > WIDE ? table.onLandscape() : table;
  }

  /// A table whose columns of long texts stand at the left.
  private static Table texts(
      String number, String caption, List<String> head, List<List<Cell>> rows) {
    List<Alignment> columns = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      int column = i;
      boolean text = rows.stream().anyMatch(row -> row.get(column).text().length() > TEXT);
      columns.add(i == 0 || text ? Alignment.LEFT : Alignment.CENTRE);
    }
    return Table.of(number, caption, head, rows).withColumns(columns);
  }

  /// Whole numbers are numbers in a workbook; everything else stays the text that it is.
  private static Cell cell(String text) {
    return text.matches("\\d{1,9}") ? Cell.of(new BigDecimal(text), text) : Cell.of(text);
  }

  private Table checklist(AnalysisReport report, String number, int tables, int figures) {
    return switch (report.result().plan().checklist()) {
      case STROBE ->
          Checklist.strobeForCohorts().filled(number, strobe(report, tables, figures), language);
      case CARE -> Checklist.care().filled(number, care(report), language);
    };
  }

  /// Where in the document a case series tells what CARE asks for.
  private Map<String, String> care(AnalysisReport report) {
    Map<String, String> known = new LinkedHashMap<>();
    int figures = 0;
    for (int i = 0; i < report.sections().size(); i++) {
      AnalysisReport.Section section = report.sections().get(i);
      String table = word("strobe.table", i + 2);
      String shown = table;
      if (section.figure().isPresent()) {
        figures++;
        shown = word("checklist.figure", i + 2, figures);
      }
      for (String item : care(section.finding())) {
        known.merge(item, shown, (first, next) -> first + " " + next);
      }
    }
    report.sections().stream()
        .filter(section -> !section.cannot().isEmpty())
        .findFirst()
        .ifPresent(_ -> known.put("11a", word("strobe.limits")));
    return known;
  }

  /// The items of CARE to which a finding has something to say.
  private static List<String> care(Finding finding) {
    return switch (finding) {
      case Finding.Described _ -> List.of("5a");
      case Finding.Overviewed _ -> List.of("6");
      case Finding.Treated found ->
          found.question().shown() == Question.TreatmentsShown.SWIMMER
              ? List.of("7", "9a")
              : List.of("5d", "9a");
      case Finding.Followed found ->
          found.question().variable().thresholds().isEmpty()
              ? List.of("7", "10b")
              : List.of("7", "10a");
      case Finding.Changed _ -> List.of("10b");
      case Finding.Waited found ->
          found.causes().getFirst().equals("response") ? List.of("10a") : List.of();
      case Finding.Rated _ -> List.of("10d");
      case Finding.NumbersCompared _,
          Finding.SharesCompared _,
          Finding.Correlated _,
          Finding.Referenced _,
          Finding.RelapsesSeen _ ->
          List.of();
    };
  }

  /// What the study can fill in of STROBE.
  private Map<String, String> strobe(AnalysisReport report, int tables, int figures) {
    Selection selection = report.selection();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("6a", new CohortWords(texts).sentence(selection.definition()));
    known.put("11", word("strobe.handled"));
    known.put("12a", String.join(" ", report.methods()));
    known.put("12c", word("methods.missing"));
    known.put(
        "13a", word("strobe.included", selection.members().size(), selection.patients().size()));
    known.put("13b", word("strobe.table", 1));
    for (int i = 0; i < report.sections().size(); i++) {
      if (report.sections().get(i).finding() instanceof Finding.Described) {
        known.putIfAbsent("14a", word("strobe.table", i + 2));
        known.putIfAbsent("14b", word("strobe.table", i + 2));
      }
    }
    known.put("15", word("strobe.results", tables, figures));
    known.put("16a", word("strobe.unadjusted"));
    report.sections().stream()
        .filter(section -> !section.cannot().isEmpty())
        .findFirst()
        .ifPresent(_ -> known.put("19", word("strobe.limits")));
    return known;
  }
}
