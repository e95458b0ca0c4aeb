package org.myocohort.app.web.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.summary.SheetText;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.SignedIn;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.Readability;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientHeads;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.review.PrintedSummaries;
import org.myocohort.registry.review.PrintedSummaries.Printed;
import org.myocohort.registry.review.PrintedSummaries.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Reviewing a patient's summary, printing it, and what was printed.
@Controller
@RequestMapping("/studies/{study}/patients/{patient}/summary")
final class SummaryController {
  private static final String REVIEW = "summary/review";

  private final SummaryDesk desk;
  private final PatientHeads heads;
  private final PrintedSummaries printed;

  SummaryController(SummaryDesk desk, PatientHeads heads, PrintedSummaries printed) {
    this.desk = desk;
    this.heads = heads;
    this.printed = printed;
  }

  /// A printed summary in the list.
  ///
  /// @param changedSince whether the record was changed after it
  public record PrintedLine(
      long number, String language, String day, String name, boolean changedSince) {}

  /// How the text reads.
  public record Reading(String figure, String limit, boolean easy) {}

  private static PageLanguage language(Page page, String asked) {
    return PageLanguage.of(asked.isEmpty() ? page.language() : asked);
  }

  @GetMapping
  String review(
      Actor actor,
      StoredStudy study,
      PatientKey key,
      Page page,
      @RequestParam(name = "lang", defaultValue = "") String asked,
      Model model) {
    PageLanguage language = language(page, asked);
    Optional<SummaryDesk.Offered> offered = frame(actor, study, key, page, language, model);
    offered.ifPresent(one -> show(one, desk.draft(actor, key, language), key, page, model));
    return REVIEW;
  }

  /// What the page shows to everybody; the summary where the actor may print it.
  private Optional<SummaryDesk.Offered> frame(
      Actor actor,
      StoredStudy study,
      PatientKey key,
      Page page,
      PageLanguage language,
      Model model) {
    PatientHeads.Head head = heads.find(actor, key).orElseThrow(NotFound::new);
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("patient", key.id());
    model.addAttribute("language", language.code());
    model.addAttribute(
        "printed",
        printed.of(actor, key).stream()
            .map(each ->
                new PrintedLine(
                    each.number(),
                    each.sheet().language(),
                    each.at().substring(0, 10),
                    each.printedName(),
                    each.revision() != head.revision()))
            .toList());
    Optional<SummaryDesk.Offered> offered =
        actor.may(Permission.EDIT)
            ? desk.offered(actor, study, key, language, page.texts())
            : Optional.empty();
    model.addAttribute("offered", offered.isPresent());
    return offered;
  }

  private static void show(
      SummaryDesk.Offered offered, Choice choice, PatientKey key, Page page, Model model) {
    model.addAttribute("view", ReviewView.of(offered.summary(), choice, key, page.texts()));
    model.addAttribute("other", !offered.summary().ofTheLibrarysDisease());
    model.addAttribute("seen", offered.seen());
    model.addAttribute("figure", offered.picture());
    model.addAttribute("pictured", choice.picture());
    model.addAttribute("reading", reading(offered, choice));
  }

  private static @Nullable Reading reading(SummaryDesk.Offered offered, Choice choice) {
    List<String> passages = choice.passages(offered.summary());
    if (passages.stream().noneMatch(text -> text.chars().anyMatch(Character::isLetterOrDigit))) {
      return null;
    }
    Readability text = Readability.of(passages);
    PageLanguage language = offered.summary().language();
    return new Reading(
        BigDecimal.valueOf(language.reading(text)).setScale(1, RoundingMode.HALF_UP).toString(),
        BigDecimal.valueOf(language.limit()).setScale(0, RoundingMode.HALF_UP).toString(),
        language.isEasy(text));
  }

  @PostMapping
  String act(
      SignedIn person,
      StoredStudy study,
      PatientKey key,
      Page page,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "on", defaultValue = "") List<String> on,
      Model model,
      RedirectAttributes next) {
    Actor actor = person.actor();
    actor.demand(Permission.EDIT);
    PageLanguage language = language(page, fields.getOrDefault("lang", ""));
    SummaryDesk.Offered offered =
        frame(actor, study, key, page, language, model).orElseThrow(NotFound::new);
    Choice choice = Choice.of(offered.summary(), on, fields);
    String own = Addresses.patient(key) + "/summary";
    switch (fields.getOrDefault("what", "")) {
      case "print" -> {
        String text = choice.text(offered.summary());
        String problem =
            text.isBlank()
                ? "summary.nothing"
                : offered.seen().equals(fields.getOrDefault("seen", "")) ? null : "summary.changed";
        if (problem == null) {
          Sheet sheet = new Sheet(language.code(), text, choice.picture() ? offered.picture() : "");
          switch (printed.keep(actor, key, offered.revision(), person.name(), sheet)) {
            case PrintedSummaries.Outcome.Kept(long number) -> {
              desk.discard(actor, key, language);
              return "redirect:" + own + "/" + number;
            }
            case PrintedSummaries.Outcome.ChangedSince _ -> problem = "summary.changed";
            case PrintedSummaries.Outcome.NotFound _ -> throw new NotFound();
          }
        }
        model.addAttribute("notice", new Notice(Notice.Kind.attention, problem, List.of()));
      }
      case "discard" -> {
        desk.discard(actor, key, language);
        Notice.done(next, "summary.discarded");
        return "redirect:" + own + "?lang=" + language.code();
      }
      default -> {
        desk.keep(actor, key, offered, choice);
        model.addAttribute("notice", new Notice(Notice.Kind.done, "summary.checked", List.of()));
      }
    }
    show(offered, choice, key, page, model);
    return REVIEW;
  }

  /// The patient's page alone, as it was printed.
  @GetMapping("/{number:\\d+}")
  String sheet(Actor actor, PatientKey key, @PathVariable("number") String number, Model model) {
    actor.demand(Permission.EDIT);
    Printed found =
        Optional.of(number)
            .filter(text -> text.length() < 10)
            .flatMap(text -> printed.find(actor, key, Long.parseLong(text)))
            .orElseThrow(NotFound::new);
    Texts texts = Texts.of(Texts.Language.valueOf(found.sheet().language()));
    String day = found.at().substring(0, 10);
    model.addAttribute(
        "words",
        Map.of(
            "title", texts.text("sheet.title"),
            "name", texts.text("sheet.name"),
            "day", texts.text("sheet.day", day),
            "reviewed", texts.text("sheet.reviewed", found.printedName(), day),
            "device", texts.text("library.not-a-device"),
            "picture", texts.text("sheet.picture"),
            "back", texts.text("sheet.back"),
            "how", texts.text("sheet.how")));
    model.addAttribute("sheet", found.sheet());
    model.addAttribute("parts", SheetText.parts(found.sheet().body()));
    model.addAttribute("back", Addresses.patient(key) + "/summary");
    return "summary/sheet";
  }
}
