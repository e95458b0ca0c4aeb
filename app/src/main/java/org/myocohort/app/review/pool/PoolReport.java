package org.myocohort.app.review.pool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.Appraisal;
import org.myocohort.evidence.extraction.Extraction;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.grade.GradeFile;
import org.myocohort.evidence.grade.GradeJudgement;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.PoolingRows;
import org.myocohort.evidence.pool.StudyCounts;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.evidence.review.Review;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.NotAStudyException;
import org.myocohort.exchange.study.StudyFolder;

/// The pooled answer to one outcome of a review folder, in all the forms that it is given.
public final class PoolReport {
  /// The only file that a pooling may not have.
  static final String FUNNEL = "funnel.svg";

  private static final Set<String> NO_COVARIATES = Set.of("id", "cohort", "report", "source");

  private final Pooling pooling;
  private final List<Pooling> all;
  private final List<Appraisal> appraisals;
  private final List<GradeRow> grade;
  private final List<String> covariates;
  private final int leftToExtraction;
  private final Optional<String> extraction;

  private PoolReport(
      Pooling pooling,
      List<Pooling> all,
      List<Appraisal> appraisals,
      List<GradeJudgement> judgements,
      List<String> covariates,
      int leftToExtraction,
      Optional<String> extraction) {
    this.pooling = pooling;
    this.all = List.copyOf(all);
    this.appraisals = List.copyOf(appraisals);
    this.covariates = List.copyOf(covariates);
    this.leftToExtraction = leftToExtraction;
    this.extraction = extraction;
    this.grade =
        this.all.stream()
            .flatMap(each -> GradeRow.of(each, judgements, this.appraisals).stream())
            .toList();
  }

  /// The same numbers with the judgements as they stand now.
  public PoolReport judged(List<GradeJudgement> judgements) {
    return new PoolReport(
        pooling, all, appraisals, judgements, covariates, leftToExtraction, extraction);
  }

  /// What is asked for.
  ///
  /// @param folder of the review
  /// @param outcome that is asked for
  /// @param own study of the own patients; null for none
  /// @param extraction whose extraction is pooled, such as `agreed`
  /// @param covariates columns of the patients for models of single patients
  /// @param leaveOutShared whether rows that share patients are left out where pooling would be
  ///   refused
  /// @param namedFrom where the names of files begin that rows stand in; null to name them as they
  ///   were opened
  public record Question(
      Path folder,
      Outcome outcome,
      @Nullable StudyFolder own,
      String extraction,
      List<String> covariates,
      boolean leaveOutShared,
      @Nullable Path namedFrom) {
    public Question {
      covariates = List.copyOf(covariates);
    }
  }

  /// Reads and pools. The table of findings has every outcome of the review.
  ///
  /// @throws IOException if a folder or table cannot be opened
  /// @throws BadInputException with what is wrong in them
  public static PoolReport of(Question question, Review review)
      throws IOException, BadInputException {
    Path extracted = ExtractionDesk.folder(question.folder(), question.extraction());
    Optional<Extraction> extraction =
        Files.isDirectory(extracted)
            ? Optional.of(ExtractionFolder.read(extracted).extraction())
            : Optional.empty();
    StudyFolder published = extraction.isPresent() ? study(extracted) : null;
    StudyFolder own = question.own();
    List<StudyFolder> folders = new ArrayList<>();
    if (own != null) {
      folders.add(own);
    }
    if (published != null) {
      folders.add(published);
    }
    checkCovariates(question.covariates(), folders);
    List<GradeJudgement> judgements =
        GradeFile.read(question.folder(), review.settings().outcomes());
    List<Pooling> all = new ArrayList<>();
    Pooling asked = null;
    int leftToExtraction = 0;
    for (Outcome outcome : review.settings().outcomes()) {
      boolean isAsked = outcome.code().equals(question.outcome().code());
      List<PoolingRow> rows = new ArrayList<>();
      if (own != null && hasColumn(own, outcome, isAsked)) {
        rows.addAll(PoolingRows.own(own, outcome, question.covariates()));
      }
      List<PoolingRow> literature = new ArrayList<>();
      if (extraction.isPresent()) {
        StudyFolder patients =
            published != null && hasColumn(published, outcome, isAsked) ? published : null;
        literature.addAll(
            PoolingRows.literature(
                extraction.get(),
                patients,
                extracted.resolve("results.csv").toString(),
                review,
                outcome,
                question.covariates()));
      }
      int before = rows.size();
      if (literature.stream().anyMatch(row -> row.told() instanceof PoolingRow.Patient)) {
        // The same published patients would stand in both folders.
        rows.removeIf(row -> row.source() == PatientSource.LITERATURE);
      }
      int left = before - rows.size();
      rows.addAll(literature);
      Path from = question.namedFrom();
      if (from != null) {
        rows.replaceAll(row -> row.at(row.place().from(from)));
      }
      Pooling pooling =
          Pooling.of(
              outcome,
              rows,
              new Pooling.Request(
                  review.overlaps(),
                  question.leaveOutShared(),
                  isAsked ? question.covariates() : List.of()));
      all.add(pooling);
      if (isAsked) {
        asked = pooling;
        leftToExtraction = left;
      }
    }
    if (asked == null) {
      throw new IllegalArgumentException("the review has no outcome " + question.outcome().code());
    }
    return new PoolReport(
        asked,
        all,
        extraction.map(Extraction::appraisals).orElse(List.of()),
        judgements,
        question.covariates(),
        leftToExtraction,
        extraction.map(_ -> question.extraction()));
  }

  private static @Nullable StudyFolder study(Path folder) throws IOException, BadInputException {
    try {
      StudyFolder study = StudyFolder.read(folder);
      return study.table("patients").isPresent() ? study : null;
    } catch (NotAStudyException _) {
      // Printed results alone.
      return null;
    }
  }

  /// The outcome asked for must be there; another one may not have been written down yet.
  private static boolean hasColumn(StudyFolder folder, Outcome outcome, boolean asked) {
    return asked
        || folder
            .table(outcome.table())
            .filter(table -> table.column(outcome.column()) >= 0)
            .isPresent();
  }

  /// Columns of a folder's patients that a model of single patients may be asked for.
  ///
  /// @throws IOException if the folder cannot be opened
  public static List<String> covariates(Path folder) throws IOException, BadInputException {
    StudyFolder study = study(folder);
    return study == null
        ? List.of()
        : study.table("patients").stream()
            .flatMap(table -> table.header().stream())
            .filter(column -> !NO_COVARIATES.contains(column))
            .toList();
  }

  private static void checkCovariates(List<String> covariates, List<StudyFolder> folders)
      throws BadInputException {
    Problems problems = new Problems();
    for (String covariate : covariates) {
      String column = PoolingRows.columnOf(covariate);
      boolean known =
          folders.stream()
              .flatMap(folder -> folder.table("patients").stream())
              .anyMatch(table -> table.column(column) >= 0);
      if (!known && !folders.isEmpty()) {
        String file =
            folders.getFirst().path("patients").map(Path::toString).orElse("patients.csv");
        problems.add(file, 1, column, "column-missing", "");
      }
    }
    problems.throwIfAny();
  }

  public Pooling pooling() {
    return pooling;
  }

  /// The table of findings, a line for each outcome and definition.
  public List<GradeRow> grade() {
    return grade;
  }

  /// Columns that were asked for beside the outcome.
  List<String> covariates() {
    return covariates;
  }

  /// Whose extraction the published rows are from; empty where there is none.
  Optional<String> extraction() {
    return extraction;
  }

  /// Published patients of the own folder that were not taken, since the extraction has its own.
  int leftToExtraction() {
    return leftToExtraction;
  }

  /// Why a row is not counted; empty where it is.
  public String why(TableRow row, Texts texts) {
    return new PoolWords(texts).why(row);
  }

  /// For a reader: series first, what was refused and why, the way back from each number to its
  /// rows.
  public String text(Texts texts) {
    return PoolText.of(this, texts);
  }

  /// The same as JSON.
  public byte[] json() {
    return PoolJson.write(this);
  }

  /// The one table of own and published patients and of printed results.
  public String rows() {
    return PoolTables.rows(this);
  }

  /// The table of findings as CSV.
  public String findings(Texts texts) {
    return PoolTables.findings(this, texts);
  }

  /// The funnel plot as SVG, from ten studies in the series on.
  public Optional<String> funnel(Texts texts) {
    return PoolFigure.funnel(pooling, texts);
  }

  /// The forest plot as SVG.
  public String forest(Texts texts) {
    return forest(texts, _ -> null);
  }

  /// The same, its marks opening what stands behind a study.
  ///
  /// @param links the address of a study within its server; null for none
  public String forest(Texts texts, Function<StudyCounts, @Nullable String> links) {
    return PoolFigure.draw(pooling, texts, links);
  }

  /// Everything that is written, by the names of the files.
  public SequencedMap<String, byte[]> files(Texts texts) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    files.put("pool.json", json());
    files.put("pool.txt", utf8(text(texts)));
    files.put("pooled.csv", utf8(rows()));
    files.put("grade.csv", utf8(findings(texts)));
    files.put("forest.svg", utf8(forest(texts)));
    funnel(texts).ifPresent(funnel -> files.put(FUNNEL, utf8(funnel)));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
