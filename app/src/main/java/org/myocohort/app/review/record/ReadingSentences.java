package org.myocohort.app.review.record;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.format.ReadNotice;
import org.myocohort.evidence.format.ReadProblem;
import org.myocohort.evidence.format.ReadResult;

/// What reading an export told, in sentences.
public final class ReadingSentences {
  private final Texts texts;

  public ReadingSentences(Texts texts) {
    this.texts = texts;
  }

  /// Names every notice and every problem, a line each.
  public void say(Path file, ReadResult result, PrintWriter err) {
    for (String notice : notices(result)) {
      err.println(file + ": " + notice);
    }
    for (ReadProblem problem : result.problems()) {
      err.println(problem(file, problem));
    }
    if (result.problemCount() > result.problems().size()) {
      int more = result.problemCount() - result.problems().size();
      err.println(texts.text("problem.more", more));
    }
    err.flush();
  }

  public List<String> notices(ReadResult result) {
    return result.notices().stream().map(this::notice).toList();
  }

  private String notice(ReadNotice notice) {
    return texts.text(
        "review.notice." + Texts.code(notice.kind()),
        notice.detail(),
        notice.count(),
        notice.line());
  }

  private String problem(Path file, ReadProblem problem) {
    String place =
        texts.text("review.problem.place", file.toString(), problem.record(), problem.line());
    String tag = problem.tag().isEmpty() ? "" : problem.tag() + ": ";
    String found =
        problem.found().isEmpty() ? "" : texts.text("problem.found", problem.found()) + ", ";
    return place
        + ": "
        + tag
        + found
        + texts.text("review.problem." + Texts.code(problem.kind()), problem.tag());
  }
}
