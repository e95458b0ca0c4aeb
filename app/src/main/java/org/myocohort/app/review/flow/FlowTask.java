package org.myocohort.app.review.flow;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.ChecklistFacts;
import org.myocohort.evidence.flow.FlowArithmetic;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.IdentityCheck;
import org.myocohort.exchange.csv.AtomicFile;

/// Says whether the sums of a diagram hold, and writes its files where they do. It is the same
/// wherever the numbers come from: a typed file, or the decisions of a review.
public final class FlowTask {
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  public FlowTask(CommonOptions common, PrintWriter err) {
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  /// Prints the sums; writes figure, tables and checklist.
  ///
  /// @param folder where to; null to check only
  /// @return 0, or 1 when a sum does not hold and no draft was asked for: nothing is written then
  public int run(
      FlowCounts counts, ChecklistFacts facts, FlowOptions options, @Nullable Path folder) {
    int broken = FlowArithmetic.broken(counts).size();
    boolean refused = broken > 0 && !options.draft();
    try {
      print(counts);
      if (refused) {
        err.println(texts.text("flow.refused", broken));
      } else if (folder != null) {
        Map<String, String> files = files(counts, facts, options, texts);
        write(folder, files);
        err.println(texts.text("flow.written", folder, String.join(", ", files.keySet())));
      }
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, String.valueOf(folder), texts, err);
    } finally {
      err.flush();
    }
    return refused ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  /// The files by name, in the order in which they are named to a user.
  public static Map<String, String> files(
      FlowCounts counts, ChecklistFacts facts, FlowOptions options, Texts texts) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("flow.svg", FlowFigure.draw(counts, options, _ -> Optional.empty(), texts));
    files.put("flow.csv", FlowTables.numbers(counts));
    files.put("flow.txt", FlowTables.sums(counts, texts));
    files.put("checklist.csv", FlowTables.checklistTable(facts, texts));
    files.put("checklist.md", FlowTables.checklistPage(facts, texts));
    return files;
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      AtomicFile.write(
          folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void print(FlowCounts counts) throws IOException {
    if (common.format() == Format.text) {
      System.out.write(FlowTables.sums(counts, texts).getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      return;
    }
    FlowWords words = new FlowWords(texts, counts.previous() != null);
    List<Answer.Column> columns =
        List.of("identity", "verdict", "left", "relation", "right", "because", "words").stream()
            .map(Answer.Column::of)
            .toList();
    try (Answer answer = new Answer(columns, common.format(), texts)) {
      for (IdentityCheck each : FlowArithmetic.of(counts)) {
        answer.row(
            each.identity().code(),
            Texts.code(each.verdict()),
            each.leftSum().map(Object::toString).orElse(FlowWords.NOT_REPORTED),
            Texts.code(each.relation()),
            each.rightSum().map(Object::toString).orElse(FlowWords.NOT_REPORTED),
            each.explanation() == null ? null : each.explanation().because(),
            words.sum(each));
      }
      answer.print(System.out);
    }
  }
}
