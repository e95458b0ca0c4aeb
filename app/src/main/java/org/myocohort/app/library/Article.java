package org.myocohort.app.library;

import java.util.List;
import java.util.function.UnaryOperator;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.report.Html;
import org.myocohort.care.library.Block;
import org.myocohort.care.library.Citation;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageKind;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.Statement;

/// The pages of the library as HTML, the same in the browser and in files: large print, sources as
/// numbered notes, and on each page that nobody has reviewed it.
public final class Article {
  private final Texts texts;
  private final Library library;
  private final UnaryOperator<String> address;

  /// Pages in the language of the texts.
  ///
  /// @param address the address of a page by its name; the empty name is the index
  public Article(Texts texts, UnaryOperator<String> address) {
    this.texts = texts;
    this.library = Library.in(PageLanguage.of(texts.language()));
    this.address = address;
  }

  /// What every page says of itself.
  private void marks(Html html) {
    html.open("p", "class", "not-reviewed")
        .element("strong", texts.text("library.not-reviewed"))
        .text(" " + texts.text("library.not-a-device"))
        .close("p");
  }

  /// What stands above the list of pages.
  public String head() {
    Html html = new Html();
    html.element("h1", texts.text("library.title")).element("p", texts.text("library.intro"));
    marks(html);
    return html.toString();
  }

  /// Pages by what they are about.
  ///
  /// @param found all of them, or those that a search found
  public String list(List<Found> found) {
    Html html = new Html();
    for (PageKind kind : PageKind.values()) {
      List<Found> ofKind = found.stream().filter(each -> each.page().kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        html.element("h2", texts.text("library.kind." + kind.code()));
        html.open("ul", "class", "page-list");
        for (Found each : ofKind) {
          html.open("li").link(each.page().title(), address.apply(each.page().name()));
          if (!each.passage().isEmpty()) {
            html.element("p", each.passage());
          }
          html.close("li");
        }
        html.close("ul");
      }
    }
    return html.toString();
  }

  /// A page of the list.
  ///
  /// @param passage the sentence in which a search found its words, empty for none
  public record Found(Page page, String passage) {}

  /// One page.
  public String of(Page page) {
    Html html = new Html();
    html.open("article");
    html.open("p", "class", "no-print").link(texts.text("library.back"), address.apply(""));
    html.close("p").element("h1", page.title());
    marks(html);
    List<Citation> notes = page.citations();
    page.blocks().forEach(block -> block(html, block, notes));
    sources(html, page, notes);
    neighbours(html, page);
    return html.close("article").toString();
  }

  private void block(Html html, Block block, List<Citation> notes) {
    switch (block) {
      case Block.Heading heading -> html.element("h2", heading.text());
      case Block.Paragraph(List<Statement> statements) -> {
        html.open("p");
        for (int i = 0; i < statements.size(); i++) {
          Statement statement = statements.get(i);
          html.text((i == 0 ? "" : " ") + statement.text());
          // A number holds for the sentences before it: it stands where the source changes.
          if (i + 1 == statements.size()
              || !statements.get(i + 1).citations().equals(statement.citations())) {
            numbers(html, statement, notes);
          }
        }
        html.close("p");
      }
      case Block.ItemList(List<Statement> statements) -> {
        html.open("ul");
        for (Statement statement : statements) {
          html.open("li").text(statement.text());
          numbers(html, statement, notes);
          html.close("li");
        }
        html.close("ul");
      }
    }
  }

  private void numbers(Html html, Statement statement, List<Citation> notes) {
    for (Citation citation : statement.citations()) {
      String number = Integer.toString(notes.indexOf(citation) + 1);
      html.markup("<sup><a href=\"#source-" + number + "\" aria-label=\"");
      html.text(texts.text("library.source", number)).markup("\">" + number + "</a></sup>");
    }
  }

  private void sources(Html html, Page page, List<Citation> notes) {
    html.open("section", "class", "sources", "aria-labelledby", "sources");
    html.element("h2", texts.text("library.sources"), "id", "sources");
    if (!notes.isEmpty()) {
      html.element("p", texts.text("library.numbers")).open("ol");
      for (int i = 0; i < notes.size(); i++) {
        Citation citation = notes.get(i);
        html.open("li", "id", "source-" + (i + 1));
        html.text(
            texts.text(
                "library.source-line",
                citation.source().citation(),
                citation.place(),
                citation.source().read().map(Object::toString).orElse("")));
        html.close("li");
      }
      html.close("ol");
    }
    html.element("p", texts.text("library.written", page.written().toString()));
    html.close("section");
  }

  private void neighbours(Html html, Page page) {
    List<Page> ofKind = library.pages(page.kind());
    if (ofKind.size() < 2) {
      return;
    }
    html.open(
        "nav",
        "class",
        "neighbours no-print",
        "aria-label",
        texts.text("library.kind." + page.kind().code()));
    html.element("h2", texts.text("library.kind." + page.kind().code())).open("ul");
    for (Page each : ofKind) {
      html.open("li");
      if (each.name().equals(page.name())) {
        html.element("span", each.title(), "aria-current", "page");
      } else {
        html.link(each.title(), address.apply(each.name()));
      }
      html.close("li");
    }
    html.close("ul").close("nav");
  }
}
