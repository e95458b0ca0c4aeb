package org.myocohort.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.myocohort.app.patient.Words;
import org.myocohort.exchange.source.Sha256;

/// The frame of every page: self-contained, no script, no request to anywhere, its only style
/// allowed by its hash.
public final class Page {
  private static final String STYLE = style();
  private static final String STYLE_HASH = hash(STYLE);

  private Page() {}

  /// A whole page.
  ///
  /// @param title its title
  /// @param synthetic whether the page must say that its data are made up
  /// @param home link back to the study's page, empty on that page itself
  /// @param body what stands in it
  public static String of(String title, boolean synthetic, String home, Html body, Words words) {
    Html page = new Html();
    page.markup("<!DOCTYPE html>\n");
    page.open("html", "lang", words.texts().language()).open("head");
    page.markup("<meta charset=\"utf-8\">\n");
    page.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
            + STYLE_HASH
            + "'\">\n");
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.element("title", title);
    page.markup("<style>" + STYLE + "</style>\n").close("head").open("body");
    page.open("header", "class", "top").element("strong", "Myocohort");
    if (!home.isEmpty()) {
      page.link(words.text("page.back"), home);
    }
    if (synthetic) {
      page.element("span", words.text("page.synthetic"), "class", "stamp");
    }
    page.close("header").open("main").markup(body.toString());
    page.open("footer").element("p", words.text("page.disclaimer")).close("footer");
    return page.close("main").close("body").close("html").toString();
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String style) {
    byte[] digest = Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
