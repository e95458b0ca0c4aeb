package org.myocohort.app.review.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.Extraction;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.grade.GradeFile;
import org.myocohort.evidence.grade.GradeJudgement;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.PoolingRows;
import org.myocohort.evidence.review.Review;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.NotAStudyException;
import org.myocohort.exchange.study.StudyFolder;

/// The pooled answer to one outcome of a review folder, in all the forms that it is given.
public final class PoolReport {
  private final Pooling pooling;
  private final List<GradeRow> grade;
  private final List<String> covariates;
  private final int leftToExtraction;
  private final Optional<String> extraction;

  private PoolReport(
      Pooling pooling,
      List<GradeRow> grade,
      List<String> covariates,
      int leftToExtraction,
      Optional<String> extraction) {
    this.pooling = pooling;
    this.grade = List.copyOf(grade);
    this.covariates = List.copyOf(covariates);
    this.leftToExtraction = leftToExtraction;
    this.extraction = extraction;
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
  public record Question(
      Path folder,
      Outcome outcome,
      @Nullable StudyFolder own,
      String extraction,
      List<String> covariates,
      boolean leaveOutShared) {
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
    Path extracted = question.folder().resolve("extraction").resolve(question.extraction());
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
    List<GradeRow> grade = new ArrayList<>();
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
                review::study,
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
      Pooling pooling =
          Pooling.of(
              outcome,
              rows,
              new Pooling.Request(
                  review.overlaps(),
                  question.leaveOutShared(),
                  isAsked ? question.covariates() : List.of()));
      grade.addAll(
          GradeRow.of(
              pooling, judgements, extraction.map(Extraction::appraisals).orElse(List.of())));
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
        grade,
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
    return PoolFigure.draw(pooling, texts);
  }
}
