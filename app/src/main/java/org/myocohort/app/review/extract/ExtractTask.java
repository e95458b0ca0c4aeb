package org.myocohort.app.review.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.AgreedExtraction;
import org.myocohort.evidence.extraction.Appraisal;
import org.myocohort.evidence.extraction.Checklist;
import org.myocohort.evidence.extraction.DifferencesFile;
import org.myocohort.evidence.extraction.ExtractedReport;
import org.myocohort.evidence.extraction.Extraction;
import org.myocohort.evidence.extraction.ExtractionCheck;
import org.myocohort.evidence.extraction.ExtractionComparison;
import org.myocohort.evidence.extraction.ExtractionComparison.TableAgreement;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFinding;
import org.myocohort.evidence.extraction.ExtractionFinding.Kind;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.ExtractionTemplate;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.extraction.SharedFolder;
import org.myocohort.evidence.review.IncludedReports;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.statistics.AgreementTable;

/// Does what `review extract` was asked, in the folder `extraction` of a review.
final class ExtractTask {
  private static final String AGREED = ExtractionDesk.AGREED;
  private static final double LEVEL = 0.95;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final List<Column> FINDINGS =
      List.of(
          Column.of("file"),
          Column.of("line"),
          Column.of("finding"),
          Column.detail("level"),
          Column.of("report"),
          Column.of("row"),
          Column.ifAny("column"),
          Column.of("message"),
          Column.detail("values"));

  private static final List<Column> ANSWERS =
      List.of(
          Column.of("report"),
          Column.of("checklist"),
          Column.of("item"),
          Column.of("question"),
          Column.of("answer"),
          Column.ifAny("comment"),
          Column.detail("mark"),
          Column.detail("source"));

  private static final List<Column> AGREEMENT =
      List.of(
          Column.of("table"),
          Column.of("rows"),
          Column.of("only_first"),
          Column.of("only_second"),
          Column.of("cells"),
          Column.of("equal"),
          Column.of("percent"),
          Column.ifAny("kappa"),
          Column.ifAny("kappa_low"),
          Column.ifAny("kappa_high"),
          Column.ifAny("ac1"),
          Column.ifAny("ac1_low"),
          Column.ifAny("ac1_high"));

  private final Path directory;
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  ExtractTask(Path directory, CommonOptions common, PrintWriter err) {
    this.directory = directory;
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  int usage(String code, Object... values) {
    say(code, values);
    return ExitCode.USAGE;
  }

  private void say(String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
  }

  private Path folder(String name) {
    return directory.resolve(ExtractionDesk.FOLDER).resolve(name);
  }

  int begin(String name, List<String> reports) throws IOException, BadInputException {
    if (!Files.isDirectory(directory)) {
      throw new NoSuchFileException(directory.toString());
    }
    if (!name.matches("[a-z0-9][a-z0-9.-]*") || !ExtractionDesk.isExtractor(name)) {
      return usage("review-extract.name", name);
    }
    String title = name;
    List<ReportLine> lines = reports.stream().map(id -> new ReportLine(id, "")).toList();
    if (ReviewFolder.isReview(directory)) {
      Review review = ReviewFolder.at(directory).read();
      title = review.settings().title();
      for (String id : reports) {
        if (!review.records().containsKey(id)) {
          say("review-extract.no-record", id);
          return ExitCode.FOUND;
        }
      }
      lines =
          reports.isEmpty()
              ? IncludedReports.of(review)
              : reports.stream().map(id -> IncludedReports.line(review, id)).toList();
    }
    String heading = title;
    List<ReportLine> begun = lines;
    try {
      alone(() -> {
        ExtractionTemplate.write(folder(name), heading, begun);
        return begun;
      });
    } catch (FileAlreadyExistsException _) {
      return usage("review-extract.exists", folder(name));
    }
    say("review-extract.begun", folder(name), lines.size());
    return ExitCode.ANSWERED;
  }

  /// What does not fit and what is missing. Only the former makes the exit code 1.
  int check(String name) throws IOException, BadInputException {
    ExtractionFolder folder = ExtractionFolder.read(folder(name));
    ExtractionCheck check = ExtractionCheck.of(folder);
    List<ExtractionFinding> wrong = new ArrayList<>(check.wrong());
    List<ExtractionFinding> missing = new ArrayList<>(check.missing());
    againstReview(folder.extraction())
        .forEach(finding -> (finding.kind().isWrong() ? wrong : missing).add(finding));
    List<ExtractionFinding> ordered = new ArrayList<>(wrong);
    ordered.addAll(missing);
    try (Answer answer = new Answer(FINDINGS, common.format(), texts)) {
      for (ExtractionFinding finding : ordered) {
        answer.row(
            finding.file(),
            finding.line(),
            Texts.code(finding.kind()),
            finding.kind().isWrong() ? "wrong" : "missing",
            finding.report(),
            finding.row(),
            finding.column(),
            ExtractionSentences.of(finding, texts),
            finding.values());
      }
      answer.print(System.out);
    }
    Extraction extraction = folder.extraction();
    say(
        "review-extract.summary",
        name,
        extraction.reports().size(),
        extraction.study().patients().size(),
        extraction.results().size(),
        wrong.size(),
        missing.size());
    return wrong.isEmpty() ? ExitCode.ANSWERED : ExitCode.FOUND;
  }

  /// Reports that were read and are not among those that the review includes, and the other way
  /// round. Nothing while the folder holds no review, or includes nothing yet.
  private List<ExtractionFinding> againstReview(Extraction extraction)
      throws IOException, BadInputException {
    if (!ReviewFolder.isReview(directory)) {
      return List.of();
    }
    Review review = ReviewFolder.at(directory).read();
    Set<String> included = new LinkedHashSet<>();
    IncludedReports.of(review).forEach(line -> included.add(line.id()));
    List<ExtractionFinding> findings = new ArrayList<>();
    if (included.isEmpty()) {
      return findings;
    }
    Set<String> left = new LinkedHashSet<>(included);
    for (ExtractedReport report : extraction.reports()) {
      String id = report.id();
      boolean known = review.records().containsKey(id) && included.contains(review.work(id));
      if (known) {
        left.remove(review.work(id));
      } else {
        findings.add(finding(Kind.REPORT_NOT_INCLUDED, report.line(), id));
      }
    }
    left.forEach(id -> findings.add(finding(Kind.INCLUDED_NOT_READ, 0, id)));
    return findings;
  }

  private static ExtractionFinding finding(Kind kind, int line, String report) {
    return new ExtractionFinding(kind, "reports.csv", line, report, report, "", List.of());
  }

  /// A table for each report: every question of its checklist, answered or not. No score.
  int appraisal(String name) throws IOException, BadInputException {
    Extraction extraction = ExtractionFolder.read(folder(name)).extraction();
    Set<String> marks = new TreeSet<>();
    try (Answer answer = new Answer(ANSWERS, common.format(), texts)) {
      for (ExtractedReport report : extraction.reports()) {
        for (Checklist checklist : Checklist.values()) {
          List<Appraisal> given =
              extraction.appraisalsOf(report.id()).stream()
                  .filter(appraisal -> appraisal.checklist() == checklist)
                  .toList();
          if (!given.isEmpty()) {
            answers(report, checklist, given, answer);
            marks.add(checklist.code() + ": " + source(checklist));
          }
        }
      }
      answer.print(System.out);
    }
    marks.forEach(err::println);
    err.flush();
    return ExitCode.ANSWERED;
  }

  private String source(Checklist checklist) {
    Checklist.Content content = checklist.content();
    return content.source()
        + " "
        + texts.text("review-extract.mark." + content.mark(), content.seen());
  }

  private void answers(
      ExtractedReport report, Checklist checklist, List<Appraisal> given, Answer answer) {
    boolean italian = texts.language().equals("it");
    for (Checklist.Item item : checklist.content().items()) {
      Optional<Appraisal> said =
          given.stream().filter(appraisal -> appraisal.item() == item.number()).findFirst();
      answer.row(
          report.id(),
          checklist.code(),
          item.number(),
          italian ? item.italian() : item.english(),
          said.map(appraisal -> appraisal.answer().code()).orElse(null),
          said.map(Appraisal::comment).orElse(null),
          checklist.content().mark(),
          checklist.content().source());
    }
  }

  int compare(String first, String second, @Nullable Path output)
      throws IOException, BadInputException {
    ExtractionComparison comparison =
        ExtractionComparison.of(
            ExtractionFolder.read(folder(first)), ExtractionFolder.read(folder(second)));
    if (output != null) {
      int kept = DifferencesFile.write(output, comparison);
      say("review-extract.differences-in", comparison.differences().size(), output, kept);
    } else {
      say("review-extract.differences", comparison.differences().size());
    }
    try (Answer answer = new Answer(AGREEMENT, common.format(), texts)) {
      for (TableAgreement table : comparison.tables()) {
        Optional<AgreementTable> both =
            table.table().equals("appraisal") ? comparison.answers() : Optional.empty();
        List<@Nullable BigDecimal> kappa =
            rounded(both.flatMap(answers -> answers.cohenKappa(LEVEL)));
        List<@Nullable BigDecimal> ac1 = rounded(both.map(answers -> answers.gwetAc1(LEVEL)));
        answer.row(
            table.table(),
            table.rows(),
            table.onlyFirst(),
            table.onlySecond(),
            table.cells(),
            table.equal(),
            percent(table),
            kappa.get(0),
            kappa.get(1),
            kappa.get(2),
            ac1.get(0),
            ac1.get(1),
            ac1.get(2));
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }

  private static @Nullable BigDecimal percent(TableAgreement table) {
    return table.cells() == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(table.equal()))
            .divide(BigDecimal.valueOf(table.cells()), 1, RoundingMode.HALF_UP);
  }

  /// A coefficient with its interval; three times nothing where there is none.
  private static List<@Nullable BigDecimal> rounded(
      Optional<AgreementTable.Coefficient> coefficient) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    numbers.add(coefficient.map(found -> rounded(found.estimate())).orElse(null));
    numbers.add(coefficient.map(found -> rounded(found.interval().lower())).orElse(null));
    numbers.add(coefficient.map(found -> rounded(found.interval().upper())).orElse(null));
    return numbers;
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP);
  }

  int agree(String first, String second, Path decided, boolean replace)
      throws IOException, BadInputException {
    Extraction agreed;
    try {
      agreed =
          alone(() -> {
            ExtractionFolder one = ExtractionFolder.read(folder(first));
            ExtractionFolder other = ExtractionFolder.read(folder(second));
            AgreedExtraction.write(one, other, decided, folder(AGREED), replace);
            return ExtractionFolder.read(folder(AGREED)).extraction();
          });
    } catch (FileAlreadyExistsException _) {
      return usage("review-extract.exists-replace", folder(AGREED));
    }
    say(
        "review-extract.agreed",
        folder(AGREED),
        agreed.reports().size(),
        agreed.study().patients().size(),
        agreed.results().size());
    return ExitCode.ANSWERED;
  }

  /// Changes the folder while nobody does so in the browser. One that holds extractions and no
  /// review is nobody else's.
  private <T> T alone(SharedFolder.Change<T> change) throws IOException, BadInputException {
    return ReviewFolder.isReview(directory)
        ? ReviewFolder.at(directory).locked(change)
        : change.make();
  }
}
