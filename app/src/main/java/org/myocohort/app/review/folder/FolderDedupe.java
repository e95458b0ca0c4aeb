package org.myocohort.app.review.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.review.record.DuplicateTables;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.duplicate.DuplicateDecision.Kind;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;

/// Compares the records of a review, with what people decided above it, and shows the doubtful
/// pairs.
public final class FolderDedupe {

  /// What a person decides of records; each text names some, with commas.
  ///
  /// @param merge records that describe one work
  /// @param apart records that do not
  /// @param undo records that the rules decide on again
  /// @param reason in words
  /// @param by who decides; null for the user of this machine
  public record Decisions(
      List<String> merge,
      List<String> apart,
      List<String> undo,
      String reason,
      @Nullable String by) {
    public Decisions {
      merge = List.copyOf(merge);
      apart = List.copyOf(apart);
      undo = List.copyOf(undo);
    }

    /// Whether nothing is decided.
    public boolean isEmpty() {
      return merge.isEmpty() && apart.isEmpty() && undo.isEmpty();
    }

    private Map<Kind, List<String>> byKind() {
      return Map.of(Kind.MERGE, merge, Kind.KEEP_APART, apart, Kind.LEAVE_TO_RULES, undo);
    }
  }

  private FolderDedupe() {}

  /// Whether this path is a review.
  public static boolean isFor(Path path) {
    return ReviewFolder.isReview(path);
  }

  /// Runs the command on a folder.
  ///
  /// @param clusters file to write clusters to; null for none
  /// @param pairs file to write pairs to; null for none
  public static int run(
      Path path,
      @Nullable Path clusters,
      @Nullable Path pairs,
      Decisions decisions,
      CommonOptions common,
      PrintWriter err) {
    return FolderWork.run(
        path,
        common,
        err,
        work -> {
          keep(work, decisions);
          Duplicates found = work.compare();
          int written = write(work, clusters, DuplicateTables.clusters(found));
          if (written == ExitCode.ANSWERED) {
            written = write(work, pairs, DuplicateTables.pairs(found));
          }
          if (written != ExitCode.ANSWERED) {
            return written;
          }
          answer(work, found);
          return ExitCode.ANSWERED;
        });
  }

  private static void keep(FolderWork work, Decisions decisions)
      throws IOException, BadInputException, Refused {
    if (decisions.isEmpty()) {
      return;
    }
    Review review = work.review();
    String by = work.by(decisions.by());
    List<ReviewEvent> events = new ArrayList<>();
    Map<Kind, List<String>> byKind = decisions.byKind();
    for (Kind kind : Kind.values()) {
      for (String list : byKind.getOrDefault(kind, List.of())) {
        List<String> ids = work.records(review, List.of(list)).stream().distinct().toList();
        if (ids.size() < 2) {
          throw work.refused("folder.two-records", list);
        }
        events.add(
            new ReviewEvent.Copies(
                new DuplicateDecision(kind, ids, by, work.now(), decisions.reason())));
      }
    }
    work.folder().add(events);
  }

  private static int write(FolderWork work, @Nullable Path target, String text) {
    try {
      if (target != null) {
        AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
      }
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, String.valueOf(target), work.texts(), work.err());
    }
  }

  private static void answer(FolderWork work, Duplicates found)
      throws IOException, BadInputException {
    work.say(
        work.texts()
            .text(
                "folder.duplicates",
                found.records(),
                found.removable(),
                found.records() - found.removable(),
                found.maybe().size()));
    for (DuplicateDecision decision : found.contradicted()) {
      work.err()
          .println(
              work.texts()
                  .text(
                      "folder.contradicted",
                      String.join(", ", decision.ids()),
                      decision.by(),
                      decision.at()));
    }
    work.err().flush();
    new MaybePairs(work, ReviewRecords.read(work.folder(), work.review())).print(found.maybe());
  }
}
