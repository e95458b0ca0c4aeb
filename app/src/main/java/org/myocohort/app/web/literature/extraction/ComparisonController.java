package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewAudit;
import org.myocohort.app.web.literature.ReviewFailures;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.evidence.extraction.Difference;
import org.myocohort.evidence.extraction.DifferencesFile;
import org.myocohort.evidence.extraction.ExtractionComparison.TableAgreement;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.statistics.AgreementTable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Two extractors compared cell by cell, and what they agree on.
@Controller
@RequestMapping("/reviews/{review}/extraction/compare")
final class ComparisonController {
  private static final double LEVEL = 0.95;

  private final ReviewShelf shelf;
  private final ReviewAudit audit;
  private final InstantSource clock;

  ComparisonController(ReviewShelf shelf, ReviewAudit audit, InstantSource clock) {
    this.shelf = shelf;
    this.audit = audit;
    this.clock = clock;
  }

  /// A difference as the page shows it.
  ///
  /// @param number of it on the page, from 1
  /// @param agreed what is agreed on it; empty while nothing is
  /// @param told the same in words
  public record Shown(
      int number,
      Difference difference,
      String table,
      String row,
      String column,
      String agreed,
      String told,
      String by,
      String why) {}

  /// The differences of a report.
  public record Report(String id, String citation, List<Shown> differences) {}

  /// How far two agree in a table.
  public record Agreement(String table, TableAgreement counts, String percent) {}

  @GetMapping
  String compare(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String second,
      Page page,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    return show(room, first, second, List.of(), page, model);
  }

  private static String show(
      ExtractionRoom room,
      String first,
      String second,
      List<String> problems,
      Page page,
      Model model)
      throws IOException, BadInputException {
    ExtractionDesk.Compared compared =
        room.desk().compare(first, second).orElseThrow(NotFound::new);
    ColumnWords words = new ColumnWords(page.texts(), room.review().settings());
    Map<String, List<Shown>> reports = new LinkedHashMap<>();
    List<String> hidden = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Difference, DifferencesFile.Decision> one : compared.decisions().entrySet()) {
      Difference difference = one.getKey();
      number++;
      if (room.sees(first, difference.report()) && room.sees(second, difference.report())) {
        reports
            .computeIfAbsent(difference.report(), _ -> new ArrayList<>())
            .add(shown(number, difference, one.getValue(), words, page));
      } else if (!hidden.contains(difference.report())) {
        hidden.add(difference.report());
      }
    }
    model.addAttribute("id", room.id());
    model.addAttribute("reviewTitle", room.review().settings().title());
    model.addAttribute("first", first);
    model.addAttribute("second", second);
    model.addAttribute("problems", problems);
    model.addAttribute("total", compared.decisions().size());
    model.addAttribute("open", compared.open());
    model.addAttribute("hidden", hidden);
    model.addAttribute(
        "reports",
        reports.entrySet().stream()
            .map(each -> new Report(each.getKey(), citation(compared, each), each.getValue()))
            .toList());
    model.addAttribute("isAgreed", room.desk().read(ExtractionDesk.AGREED).isPresent());
    agreement(compared, words, model);
    return "literature/extraction/compare";
  }

  private static String citation(
      ExtractionDesk.Compared compared, Map.Entry<String, List<Shown>> report) {
    return compared
        .first()
        .extraction()
        .report(report.getKey())
        .or(() -> compared.second().extraction().report(report.getKey()))
        .map(each -> each.citation())
        .orElse("");
  }

  private static Shown shown(
      int number,
      Difference difference,
      DifferencesFile.Decision decision,
      ColumnWords words,
      Page page) {
    String table = difference.table();
    String row = difference.firstRow().isEmpty() ? difference.secondRow() : difference.firstRow();
    String agreed = decision.agreed();
    String told =
        switch (agreed) {
          case DifferencesFile.FIRST -> difference.first();
          case DifferencesFile.SECOND -> difference.second();
          case DifferencesFile.EMPTY, DifferencesFile.KEEP, DifferencesFile.DROP ->
              page.texts().text("extraction.agreed." + agreed);
          default -> agreed;
        };
    String question = row.substring(row.lastIndexOf('/') + 1);
    return new Shown(
        number,
        difference,
        words.table(table),
        table.equals("appraisal")
            ? page.texts().text("extraction.question-of", question)
            : difference.firstRow().isEmpty() || difference.secondRow().isEmpty()
                ? row
                : difference.firstRow().equals(difference.secondRow())
                    ? row
                    : difference.firstRow() + " / " + difference.secondRow(),
        difference.isRow()
            ? page.texts().text("extraction.whole-row")
            : words.column(table, difference.column()),
        agreed,
        told,
        decision.by(),
        decision.why());
  }

  private static void agreement(ExtractionDesk.Compared compared, ColumnWords words, Model model) {
    model.addAttribute(
        "agreement",
        compared.comparison().tables().stream()
            .map(each -> new Agreement(words.table(each.table()), each, percent(each)))
            .toList());
    Optional<AgreementTable> answers = compared.comparison().answers();
    model.addAttribute(
        "kappa",
        answers
            .flatMap(each -> each.cohenKappa(LEVEL))
            .map(ComparisonController::coefficient)
            .orElse(null));
    model.addAttribute("ac1", answers.map(each -> coefficient(each.gwetAc1(LEVEL))).orElse(null));
  }

  private static String percent(TableAgreement table) {
    return table.cells() == 0
        ? "\u2013"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * table.equal() / table.cells());
  }

  private static String coefficient(AgreementTable.Coefficient value) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f\u2013%.3f)",
        value.estimate(),
        value.interval().lower(),
        value.interval().upper());
  }

  /// Keeps what was agreed on one difference.
  ///
  /// @param all which difference, with what both said (`one`, `other`) and what was agreed
  ///   (`before`) when the page was shown; `choice`: `first`, `second`, `empty`, `keep`, `drop`, or
  ///   `value` for what was typed
  @PostMapping
  String decide(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String first,
      @RequestParam String second,
      @RequestParam Map<String, String> all,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    ExtractionDesk.Compared compared =
        room.desk().compare(first, second).orElseThrow(NotFound::new);
    String page =
        "redirect:%s/compare?first=%s&second=%s#d%s"
            .formatted(
                room.base(),
                first,
                second,
                all.getOrDefault("number", "").replaceAll("[^0-9]", ""));
    Difference difference = asShown(compared, all);
    String choice = all.getOrDefault("choice", "");
    String agreed = choice.equals("value") ? all.getOrDefault("value", "").strip() : choice;
    if (difference == null) {
      Notice.attention(next, "extraction.difference-changed");
      return page;
    }
    if (!room.sees(first, difference.report()) || !room.sees(second, difference.report())) {
      throw new NotFound();
    }
    if (agreed.isEmpty()) {
      Notice.attention(next, "extraction.nothing-chosen");
      return page;
    }
    String before = all.getOrDefault("before", "");
    DifferencesFile.Decision decision =
        new DifferencesFile.Decision(
            agreed,
            room.reader(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            all.getOrDefault("why", "").strip());
    Optional<DifferencesFile.Decision> now =
        room.desk().decide(first, second, difference, before, decision);
    if (now.isEmpty()) {
      Notice.attention(next, "extraction.difference-changed");
    } else if (!now.get().agreed().equals(agreed)) {
      Notice.attention(
          next, "extraction.decided-meanwhile", now.get().by(), now.get().agreed(), agreed);
    }
    return page;
  }

  /// The difference that the page showed; null where the two say something else by now.
  private static @Nullable Difference asShown(
      ExtractionDesk.Compared compared, Map<String, String> all) {
    return compared.decisions().keySet().stream()
        .filter(each ->
            each.table().equals(all.get("table"))
                && each.firstRow().equals(all.getOrDefault("firstRow", ""))
                && each.secondRow().equals(all.getOrDefault("secondRow", ""))
                && each.column().equals(all.getOrDefault("column", ""))
                && plain(each.first()).equals(plain(all.getOrDefault("one", "")))
                && plain(each.second()).equals(plain(all.getOrDefault("other", ""))))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  /// Writes what two people agreed on.
  @PostMapping("/agree")
  String agree(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      @RequestParam String first,
      @RequestParam String second,
      @RequestParam(defaultValue = "false") boolean replace,
      Page page,
      RedirectAttributes next,
      Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ExtractionRoom room = ExtractionRoom.of(shelf, review, person);
    if (room.desk().compare(first, second).isEmpty()) {
      throw new NotFound();
    }
    try {
      room.desk().agree(first, second, replace);
    } catch (FileAlreadyExistsException _) {
      return show(
          room, first, second, List.of(page.texts().text("extraction.agreed-exists")), page, model);
    } catch (BadInputException wrong) {
      return show(room, first, second, problems(wrong, room, page), page, model);
    }
    audit.add(actor, "review-agree", review, Map.of("extractors", first + ", " + second));
    Notice.done(next, "extraction.agreed-written");
    return "redirect:" + room.base();
  }

  /// What is wrong, files called as they stand in the review.
  private static List<String> problems(BadInputException wrong, ExtractionRoom room, Page page) {
    String folder = room.desk().folder().toString();
    return ReviewFailures.sentences(wrong, page).stream()
        .map(sentence -> sentence.replace(folder, ExtractionDesk.FOLDER))
        .toList();
  }
}
