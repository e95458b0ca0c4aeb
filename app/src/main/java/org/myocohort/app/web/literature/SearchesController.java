package org.myocohort.app.web.literature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.review.LocalSearch;
import org.myocohort.app.review.SearchHeading;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.SearchRun;
import org.myocohort.evidence.search.SearchRuns;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The search strings of a review: how each is read, what it finds among the works, a new one; and
/// a search of the works.
@Controller
@RequestMapping("/reviews/{review}/searches")
final class SearchesController {
  /// Works of a search that a page lists.
  private static final int LISTED = 100;

  private final ReviewShelf shelf;
  private final SearchedReviews searched;

  SearchesController(ReviewShelf shelf, SearchedReviews searched) {
    this.shelf = shelf;
    this.searched = searched;
  }

  /// What a search of the works found.
  ///
  /// @param works the first of them
  /// @param reading of what was typed
  public record Found(int count, int all, List<ShownWork> works, ShownSearch reading) {}

  @GetMapping
  String show(
      Actor actor,
      @PathVariable String review,
      @RequestParam(defaultValue = "") String find,
      @RequestParam(defaultValue = "pubmed") String in,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    String address = request.getRequestURI() + query(request);
    try (SearchedReviews.Lent lent = searched.of(review, desk)) {
      LocalSearch works = lent.atOnce();
      if (request.getHeader("HX-Request") != null) {
        model.addAttribute("id", review);
        model.addAttribute("address", address);
        if (works != null) {
          response.setHeader("HX-Refresh", "true");
        }
        return "literature/searches :: running";
      }
      fill(review, desk, works, SearchForm.EMPTY, List.of(), page, model);
      Dialect dialect = Dialect.find(in).orElse(Dialect.PUBMED);
      model.addAttribute("find", find);
      model.addAttribute("in", dialect.code());
      model.addAttribute("address", address);
      if (works != null && !find.isBlank()) {
        model.addAttribute("found", found(desk, works, find.strip(), dialect, page));
      }
    }
    return "literature/searches";
  }

  private static String query(HttpServletRequest request) {
    return request.getQueryString() == null ? "" : "?" + request.getQueryString();
  }

  private static Found found(
      ScreeningDesk desk, LocalSearch works, String text, Dialect dialect, Page page)
      throws IOException, BadInputException {
    ParsedSearch parsed = SearchParser.parse(text, dialect);
    List<String> ids = works.find(parsed);
    Review read = desk.folder().read();
    List<ShownWork> shown = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(LISTED, ids.size()))) {
      shown.add(ShownWork.of(id, Objects.requireNonNull(desk.works().get(id)), read));
    }
    return new Found(
        ids.size(),
        works.size(),
        shown,
        ShownSearch.of("find", "", text, dialect, works, page.texts()));
  }

  private static void fill(
      String id,
      ScreeningDesk desk,
      @Nullable LocalSearch works,
      SearchForm form,
      List<String> problems,
      Page page,
      Model model)
      throws IOException, BadInputException {
    Review read = desk.folder().read();
    List<ShownSearch> searches = new ArrayList<>();
    int number = 0;
    for (SearchRun run : read.searches()) {
      number++;
      searches.add(
          ShownSearch.of(
              "search-" + number,
              SearchHeading.of(number, run, read, page.texts()),
              run.text(),
              run.dialect(),
              works,
              page.texts()));
    }
    model.addAttribute("id", id);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("searches", searches);
    model.addAttribute("running", works == null);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("dialects", Arrays.asList(Dialect.values()));
    model.addAttribute("address", "/reviews/" + id + "/searches");
  }

  /// Reads a string, or keeps it as it was run.
  @PostMapping
  String add(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      SearchForm form,
      Page page,
      RedirectAttributes next,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ScreeningDesk desk = shelf.desk(review);
    List<String> problems = new ArrayList<>();
    if (form.isToBeKept()) {
      Optional<SearchRun> run = form.run(ReviewerName.of(person), problems, page.texts());
      if (run.isPresent()) {
        SearchRuns.Kept kept = desk.folder().keepSearch(run.get());
        if (kept.isNew()) {
          Notice.done(next, "searches.kept", Integer.toString(kept.number()));
        } else {
          Notice.attention(next, "searches.known", Integer.toString(kept.number()));
        }
        return "redirect:/reviews/" + review + "/searches#search-" + kept.number();
      }
    }
    try (SearchedReviews.Lent lent = searched.of(review, desk)) {
      LocalSearch works = lent.atOnce();
      fill(review, desk, works, form, problems, page, model);
      if (form.of().isPresent() && !form.typed().isBlank()) {
        model.addAttribute(
            "reading",
            ShownSearch.of(
                "reading", "", form.typed(), form.of().orElseThrow(), works, page.texts()));
      }
    }
    model.addAttribute("find", "");
    model.addAttribute("in", Dialect.PUBMED.code());
    model.addAttribute("running", false);
    return "literature/searches";
  }
}
