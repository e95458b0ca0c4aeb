package org.myocohort.app.review.folder;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ReviewFlow.Step;
import org.myocohort.evidence.review.ReviewFlow.ToDo;

/// What is left to do, a line for each kind of step.
final class ToDoLines {
  private ToDoLines() {}

  static List<String> of(List<ToDo> open, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Step step : Step.values()) {
      List<String> works =
          open.stream().filter(todo -> todo.what() == step).map(ToDo::work).toList();
      if (!works.isEmpty()) {
        lines.add(
            texts.text("folder.todo." + Texts.code(step), works.size(), FolderWork.some(works)));
      }
    }
    return lines;
  }
}
