package org.myocohort.app.web.library;

import java.util.List;
import org.myocohort.app.library.Article;
import org.myocohort.app.library.Search;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages for patients, and a search in them.
@Controller
final class LibraryController {
  private static final String BASE = "/library";

  private static Article article(Page page) {
    return new Article(
        page.texts(), name -> name.isEmpty() ? BASE : BASE + "/" + Addresses.segment(name));
  }

  private static Library library(Page page) {
    return Library.in(PageLanguage.of(page.language()));
  }

  @GetMapping(BASE)
  String index(
      Actor actor,
      Page page,
      @RequestParam(name = "words", defaultValue = "") String words,
      Model model) {
    actor.demand(Permission.VIEW);
    List<Article.Found> found = new Search(words).in(library(page));
    model.addAttribute("words", words.strip());
    model.addAttribute("count", found.size());
    // The search form stands between the two parts: forms are the template's, pages the article's.
    model.addAttribute("head", article(page).head());
    model.addAttribute("list", article(page).list(found));
    return "library/index";
  }

  @GetMapping(BASE + "/{name}")
  String page(Actor actor, Page page, @PathVariable("name") String name, Model model) {
    actor.demand(Permission.VIEW);
    org.myocohort.care.library.Page found = library(page).find(name).orElseThrow(NotFound::new);
    model.addAttribute("title", found.title());
    model.addAttribute("article", article(page).of(found));
    return "library/page";
  }
}
