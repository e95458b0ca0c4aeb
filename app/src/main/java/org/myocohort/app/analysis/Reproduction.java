package org.myocohort.app.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Question;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.exchange.study.StudyFolder;

/// The script that gives the same analysis again: hashes of the study's tables and of the plan, the
/// version, the command, and for each test the command that repeats it from its table of data.
final class Reproduction {
  static final String FILE = "reproduce.sh";

  /// Settings of the study, such as the days of a baseline, stand in it.
  private static final String DESCRIPTOR = "datapackage.json";

  private final Texts texts;

  Reproduction(Texts texts) {
    this.texts = texts;
  }

  String of(AnalysisReport report, StudyFolder study, PlanSource plan) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    comment(script, texts.text("analysis.script.what", report.result().plan().title()));
    comment(script, texts.text("analysis.script.version", Version.text()));
    comment(script, texts.text("analysis.script.call"));
    script
        .append("set -eu\n")
        .append("MYOCOHORT=\"${1:?myocohort}\" STUDY=\"${2:?study}\" OUT=\"${3:?out}\"\n")
        .append("HERE=\"$(cd \"$(dirname \"$0\")\" && pwd)\"\n\n");
    comment(script, texts.text("analysis.script.hashes"));
    if (study.tableNames().stream().anyMatch(name -> study.path(name).isEmpty())) {
      comment(script, texts.text("analysis.script.exported"));
    }
    script.append("( cd \"$STUDY\" && sha256sum -c - ) <<'SHA256'\n");
    Optional<Path> settings = study.folder().map(folder -> folder.resolve(DESCRIPTOR));
    if (settings.isPresent() && Files.exists(settings.get())) {
      line(script, Files.readAllBytes(settings.get()), DESCRIPTOR);
    }
    for (String name : study.tableNames()) {
      Optional<Path> path = study.path(name);
      if (path.isPresent()) {
        line(script, Files.readAllBytes(path.get()), "" + path.get().getFileName());
      } else {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        study.table(name).orElseThrow().write(table);
        line(script, table.toByteArray(), name + ".csv");
      }
    }
    script.append("SHA256\n( cd \"$HERE\" && sha256sum -c - ) <<'SHA256'\n");
    plan.files().forEach((name, bytes) -> line(script, bytes, name));
    script
        .append("SHA256\n\n\"$MYOCOHORT\" analyse \"$STUDY\" --plan \"$HERE/")
        .append(PlanSource.PLAN)
        .append("\"")
        .append(
            plan.files().containsKey(PlanSource.COHORT)
                ? " --cohort \"$HERE/" + PlanSource.COHORT + "\""
                : "")
        .append(" --on ")
        .append(report.selection().on())
        .append(" --lang ")
        .append(texts.language())
        .append(" -o \"$OUT\"\n\n");
    comment(script, texts.text("analysis.script.tests"));
    for (AnalysisReport.Section section : report.sections()) {
      method(section.finding())
          .ifPresent(method ->
              script
                  .append("\"$MYOCOHORT\" stats ")
                  .append(method)
                  .append(" \"$HERE/data/")
                  .append(section.name())
                  .append(".csv\"\n"));
    }
    return script.toString();
  }

  private static void line(StringBuilder script, byte[] bytes, String name) {
    script.append(Sha256.of(bytes)).append("  ").append(name).append('\n');
  }

  private static void comment(StringBuilder script, String text) {
    script.append("# ").append(text.replace('\n', ' ')).append('\n');
  }

  /// The method of `stats` that repeats a finding's test, with its options.
  private static Optional<String> method(Finding finding) {
    return switch (finding) {
      case Finding.NumbersCompared found ->
          found.question().by().groups().size() == 2
              ? Optional.of("wilcoxon-rank-sum --groups " + groups(found.question()))
              : Optional.empty();
      case Finding.Waited found ->
          found.question().by().isDivided()
              ? Optional.of("log-rank")
              : found.causes().size() == 1 ? Optional.of("kaplan-meier") : Optional.empty();
      case Finding.Correlated found -> Optional.of(Texts.code(found.question().method()));
      case Finding.Described _,
          Finding.SharesCompared _,
          Finding.Changed _,
          Finding.Rated _,
          Finding.Followed _,
          Finding.Referenced _,
          Finding.Overviewed _,
          Finding.RelapsesSeen _,
          Finding.Treated _ ->
          Optional.empty();
    };
  }

  private static String groups(Question question) {
    return "\""
        + String.join(",", question.by().groups().stream().map(group -> group.name()).toList())
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("$", "\\$")
            .replace("`", "\\`")
        + "\"";
  }
}
