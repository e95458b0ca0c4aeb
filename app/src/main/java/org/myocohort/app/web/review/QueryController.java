package org.myocohort.app.web.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.entry.RowForm;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.Page;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.app.web.entry.People;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.review.DataQueries;
import org.myocohort.registry.review.DataQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Questions about values: the list of a study, asking, and the thread.
@Controller
final class QueryController {
  private static final String PATIENT = "/studies/{study}/patients/{patient}";
  private static final String THREAD = PATIENT + "/queries/{number:\\d+}";

  private final DataQueries queries;
  private final PatientStore store;
  private final People people;

  QueryController(PatientStore store, DataQueries queries, People people) {
    this.queries = queries;
    this.store = store;
    this.people = people;
  }

  /// A query in a list.
  public record Line(DataQuery query, String about, String openedBy, String changedBy) {}

  @GetMapping("/studies/{study}/queries")
  String list(
      Actor actor,
      StoredStudy study,
      Page page,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "mine", defaultValue = "") String mine,
      Model model) {
    DataQuery.State wanted = DataQuery.State.parse(state).orElse(null);
    model.addAttribute("study", study);
    model.addAttribute("counts", queries.counts(actor, study.id()));
    model.addAttribute("states", DataQuery.State.values());
    model.addAttribute("chosen", wanted == null ? (mine.isEmpty() ? "all" : "mine") : state);
    model.addAttribute(
        "lines",
        queries.list(actor, study.id(), wanted, !mine.isEmpty()).stream()
            .map(query -> line(page, query))
            .toList());
    return "review/queries";
  }

  private Line line(Page page, DataQuery query) {
    DataQuery.About about = query.about();
    return new Line(
        query,
        Labels.row(page.texts(), about.table(), about.row())
            + (about.column().isEmpty()
                ? ""
                : ": " + Labels.column(page.texts(), about.table(), about.column())),
        people.name(page.texts(), query.openedBy()),
        people.name(page.texts(), query.changedBy()));
  }

  @GetMapping(PATIENT + "/queries/new")
  String ask(
      Actor actor,
      Page page,
      PatientKey key,
      @RequestParam("table") String table,
      @RequestParam("row") String row,
      @RequestParam(name = "column", defaultValue = "") String column,
      Model model) {
    actor.demand(Permission.QUERY);
    asking(actor, page, key, table, row, column, model);
    return "review/ask";
  }

  /// A value that can be asked about.
  public record ValueView(String column, String label, String value) {}

  private void asking(
      Actor actor,
      Page page,
      PatientKey key,
      String table,
      String row,
      String column,
      Model model) {
    StoredPatient patient = store.find(actor, key).orElseThrow(NotFound::new);
    StoredRow stored = patient.row(table, row).orElseThrow(NotFound::new);
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("patient", key.id());
    model.addAttribute("table", table);
    model.addAttribute("row", row);
    model.addAttribute("column", column);
    model.addAttribute("about", Labels.row(page.texts(), table, row));
    model.addAttribute(
        "values",
        RowForm.of(stored).columns().stream()
            .map(each ->
                new ValueView(
                    each,
                    Labels.column(page.texts(), table, each),
                    Labels.text(page.texts(), table, each, stored.cell(each))))
            .toList());
  }

  @PostMapping(PATIENT + "/queries/new")
  String open(
      Actor actor,
      Page page,
      PatientKey key,
      @RequestParam("table") String table,
      @RequestParam("row") String row,
      @RequestParam(name = "column", defaultValue = "") String column,
      @RequestParam(name = "question", defaultValue = "") String question,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.QUERY);
    asking(actor, page, key, table, row, column, model);
    if (question.isBlank()) {
      model.addAttribute("blank", true);
      return "review/ask";
    }
    if (!column.isEmpty()) {
      Labels.known(table, column);
    }
    long number =
        queries
            .open(actor, new DataQuery.About(key, table, row, column), question)
            .orElseThrow(NotFound::new);
    Notice.done(next, "query.asked", Long.toString(number));
    return "redirect:" + Addresses.patient(key) + "/queries/" + number;
  }

  /// A message of a thread.
  public record MessageView(String who, String at, String state, String message, boolean mine) {}

  @GetMapping(THREAD)
  String thread(
      Actor actor, Page page, PatientKey key, @PathVariable("number") long number, Model model) {
    show(actor, page, key, number, "", model);
    return "review/thread";
  }

  private void show(
      Actor actor, Page page, PatientKey key, long number, String message, Model model) {
    DataQuery query = query(actor, key, number);
    DataQuery.About about = query.about();
    Optional<StoredRow> row =
        store.find(actor, key).flatMap(found -> found.row(about.table(), about.row()));
    model.addAttribute("base", Addresses.patient(key));
    model.addAttribute("patient", key.id());
    model.addAttribute("query", query);
    model.addAttribute("line", line(page, query));
    model.addAttribute("message", message);
    model.addAttribute(
        "value",
        row.map(each ->
                about.column().isEmpty()
                    ? ""
                    : Labels.text(
                        page.texts(), about.table(), about.column(), each.cell(about.column())))
            .orElse(""));
    model.addAttribute(
        "messages",
        query.messages().stream()
            .map(each ->
                new MessageView(
                    people.name(page.texts(), each.account()),
                    each.at().substring(0, 16).replace('T', ' '),
                    each.state().code(),
                    each.message(),
                    each.account().equals(actor.account())))
            .toList());
  }

  private DataQuery query(Actor actor, PatientKey key, long number) {
    return queries
        .find(actor, key.study(), number)
        .filter(found -> found.about().patient().equals(key))
        .orElseThrow(NotFound::new);
  }

  @PostMapping(THREAD)
  String write(
      Actor actor,
      Page page,
      PatientKey key,
      @PathVariable("number") long number,
      @RequestParam Map<String, String> sent,
      Model model,
      RedirectAttributes next) {
    actor.demand(Permission.QUERY);
    query(actor, key, number);
    String message = sent.getOrDefault("message", "");
    String problem = problem(actor, key, number, sent, message);
    if (problem == null) {
      Notice.done(next, "query.written");
      return "redirect:" + Addresses.patient(key) + "/queries/" + number;
    }
    show(actor, page, key, number, message, model);
    model.addAttribute("notice", new Notice(Notice.Kind.attention, problem, List.of()));
    return "review/thread";
  }

  /// Writes the message; key of the sentence that says why it could not.
  private @Nullable String problem(
      Actor actor, PatientKey key, long number, Map<String, String> sent, String message) {
    if (message.isBlank()) {
      return "query.blank";
    }
    String seen = sent.getOrDefault("seen", "");
    DataQuery.State next =
        DataQuery.State.parse(sent.getOrDefault("next", "")).orElse(DataQuery.State.ANSWERED);
    return switch (queries.write(
        actor,
        key.study(),
        number,
        seen.matches("\\d{1,9}") ? Long.parseLong(seen) : -1,
        message,
        next)) {
      case WRITTEN -> null;
      case THREAD_MOVED_ON -> "query.moved-on";
      case NOT_FOUND -> throw new NotFound();
    };
  }
}
