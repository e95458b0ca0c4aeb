package org.myocohort.app.review.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.pool.TableRow;

/// A pooled answer in words and tables, in the order in which it is told: the text prints it, a
/// page shows it.
///
/// @param outcome that was asked for
/// @param notes on how it was read
/// @param definitions each with an answer of its own, the one that the review asks for first
/// @param notCounted rows that are in no number
/// @param sharing rows that share patients, or may
/// @param findings the table of findings
public record PoolSections(
    String outcome,
    List<String> notes,
    List<Definition> definitions,
    List<NotCounted> notCounted,
    List<String> sharing,
    List<Finding> findings) {
  public PoolSections {
    notes = List.copyOf(notes);
    definitions = List.copyOf(definitions);
    notCounted = List.copyOf(notCounted);
    sharing = List.copyOf(sharing);
    findings = List.copyOf(findings);
  }

  /// The parts of a report.
  public static PoolSections of(PoolReport report, Texts texts) {
    return new SectionWriter(report, texts).sections();
  }

  /// Cells of words.
  public record Table(List<String> head, List<List<String>> rows) {
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /// What is told by one definition of the outcome.
  ///
  /// @param ledger the denominators; null where no row has this definition
  /// @param stages the series first
  /// @param patients models of single patients
  /// @param noPatients why there is none although covariates were asked for; else empty
  public record Definition(
      String heading,
      boolean asked,
      @Nullable Table ledger,
      List<Stage> stages,
      List<Patients> patients,
      String noPatients) {
    public Definition {
      stages = List.copyOf(stages);
      patients = List.copyOf(patients);
    }
  }

  /// The series, or all with single-case reports.
  ///
  /// @param notes before the numbers
  /// @param parts the whole, then its parts by source
  /// @param comparisons of the sources, the sentences of each
  /// @param without sources whose rows are in no number
  public record Stage(
      String heading,
      List<String> notes,
      List<Part> parts,
      List<List<String>> comparisons,
      List<String> without) {
    public Stage {
      notes = List.copyOf(notes);
      parts = List.copyOf(parts);
      comparisons = List.copyOf(comparisons);
      without = List.copyOf(without);
    }
  }

  /// One set of rows.
  ///
  /// @param heading empty for the whole
  /// @param refusal why it has no number; null where it has one, or no row
  /// @param numbers null where it has none
  /// @param rows that it is made of
  public record Part(
      String heading, @Nullable Refusal refusal, @Nullable Numbers numbers, List<TableRow> rows) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /// Why a number is refused.
  ///
  /// @param pairs of rows that share patients, or may
  /// @param offered what may be pooled together
  public record Refusal(String sentence, List<String> pairs, String offered) {
    public Refusal {
      pairs = List.copyOf(pairs);
    }
  }

  /// The number of a set by every method.
  ///
  /// @param leftOut which rows were; empty for none
  /// @param counts what it is a proportion of, of how many
  /// @param methods side by side
  /// @param remarks on them, last the prediction interval
  /// @param without each study in turn; null with one study
  /// @param cumulative by year; null where no year is known
  public record Numbers(
      String leftOut,
      String counts,
      Table methods,
      List<String> remarks,
      @Nullable Table without,
      @Nullable Table cumulative) {
    public Numbers {
      remarks = List.copyOf(remarks);
    }
  }

  /// Models of single patients.
  ///
  /// @param notes who is left out
  /// @param after which studies give no slope
  public record Patients(String heading, List<String> notes, Table models, List<String> after) {
    public Patients {
      notes = List.copyOf(notes);
      after = List.copyOf(after);
    }
  }

  /// A row that is in no number.
  public record NotCounted(TableRow row, String why) {}

  /// A line of the table of findings.
  ///
  /// @param effect the number in words
  public record Finding(GradeRow row, String heading, String effect, List<Judged> domains) {
    public Finding {
      domains = List.copyOf(domains);
    }
  }

  /// A domain of a finding.
  ///
  /// @param judgement in words, also where nobody has judged
  /// @param facts to judge by; empty where there are none
  public record Judged(GradeDomain domain, String name, String judgement, String facts) {}
}
