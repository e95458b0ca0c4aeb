package org.myocohort.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.patient.Words;

/// A page that leads to several reports.
public final class ReportIndex {
  private ReportIndex() {}

  /// Writes the page into the folder that holds the reports.
  ///
  /// @param reports title of each report by the folder it lies in
  public static void write(Path folder, Map<String, String> reports, Texts texts)
      throws IOException {
    Words words = new Words(texts);
    Html html = new Html();
    html.open("section", "class", "card").element("h1", words.text("index.heading")).open("ul");
    reports.forEach(
        (study, title) -> html.open("li").link(title, study + "/report.html").close("li"));
    html.close("ul").close("section");
    Files.write(
        folder.resolve("index.html"),
        Page.of(words.text("index.heading"), false, "", html, words)
            .getBytes(StandardCharsets.UTF_8));
  }
}
