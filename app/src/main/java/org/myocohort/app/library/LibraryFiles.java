package org.myocohort.app.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.report.Html;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;

/// The library as self-contained files: no script, no request to anywhere, the style within.
final class LibraryFiles {
  static final String INDEX = "index.html";
  private static final String MARK = "<meta name=\"generator\" content=\"myocohort library\">";

  private static final String SUFFIX = ".html";

  private LibraryFiles() {}

  /// The text of each file by its name.
  static Map<String, String> of(Texts texts) {
    Library library = Library.in(PageLanguage.of(texts.language()));
    Article article = new Article(texts, name -> name.isEmpty() ? INDEX : name + SUFFIX);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        INDEX,
        file(
            texts.text("library.title"),
            article.head()
                + article.list(
                    library.pages().stream().map(page -> new Article.Found(page, "")).toList()),
            texts));
    for (Page page : library.pages()) {
      files.put(page.name() + SUFFIX, file(page.title(), article.of(page), texts));
    }
    return files;
  }

  private static String file(String title, String body, Texts texts) {
    Html html = new Html();
    html.markup("<!DOCTYPE html>\n").open("html", "lang", texts.language()).open("head");
    html.markup("<meta charset=\"utf-8\">\n").markup(MARK + "\n");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", title).markup("<style>\n" + style() + "</style>\n").close("head");
    html.open("body").open("main").markup(body).close("main");
    return html.close("body").close("html").toString();
  }

  private static String style() {
    try (InputStream in = LibraryFiles.class.getResourceAsStream("library.css")) {
      if (in == null) {
        throw new IllegalStateException("library.css missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
