package org.myocohort.care.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.myocohort.care.library.Statement;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;

/// What is taken now and why, how long until it works, what to watch for and when to call.
final class Treatments {
  /// More of what a page says on the aim is offered, not suggested.
  private static final int AIM_SENTENCES = 3;

  /// A guideline on the lungs speaks to doctors about some patients only.
  private static final String LUNG_GUIDELINE = "acr-chest";

  private final Writing writing;
  private final Map<String, List<Treatment>> running = new LinkedHashMap<>();
  private final Map<String, List<Treatment>> past = new LinkedHashMap<>();
  private final Map<String, List<Treatment>> undated = new LinkedHashMap<>();

  Treatments(Writing writing) {
    this.writing = writing;
    for (Treatment course : writing.patient().treatments()) {
      Truth now = TreatmentHistory.runningOn(course, writing.now());
      Map<String, List<Treatment>> place =
          now == Truth.TRUE ? running : now == Truth.FALSE ? past : undated;
      place.computeIfAbsent(course.drug(), _ -> new ArrayList<>()).add(course);
    }
    running.keySet().forEach(undated::remove);
    past.keySet().removeAll(running.keySet());
    past.keySet().removeAll(undated.keySet());
  }

  Section now() {
    Topic topic = Topic.TREATMENTS;
    List<Group> groups = new ArrayList<>();
    if (writing.patient().treatments().isEmpty()) {
      groups.add(group("", writing.say(topic, "none", Basis.NOTHING, "treatment.no-record")));
    } else if (running.isEmpty()) {
      groups.add(
          group(
              "",
              writing.say(
                  topic,
                  "none",
                  Basis.NOTHING,
                  undated.isEmpty() ? "treatment.none-now" : "treatment.unknown-now")));
    }
    Set<String> told = new HashSet<>();
    running.forEach((drug, courses) -> groups.add(now(drug, courses, told)));
    undated.forEach((drug, courses) ->
        groups.add(
            group(
                writing.heading(drug),
                writing.say(
                    topic,
                    "undated-" + drug,
                    Basis.of(rows(courses)),
                    "treatment.undated",
                    writing.drug(drug)))));
    groups.add(earlier());
    return writing.section(topic, groups);
  }

  private static Group group(String heading, Sentence... sentences) {
    return new Group(heading, List.of(sentences));
  }

  private static List<RowReference> rows(List<Treatment> courses) {
    return courses.stream().map(Treatment::row).toList();
  }

  private Group now(String drug, List<Treatment> courses, Set<String> told) {
    Topic topic = Topic.TREATMENTS;
    Treatment course = courses.getLast();
    List<Sentence> said = new ArrayList<>();
    said.add(
        writing.say(
            topic, "now-" + drug, Basis.of(rows(courses)), "treatment.now", writing.drug(drug)));
    said.add(since(drug, course));
    for (int i = 0; i < courses.size(); i++) {
      said.add(dose(drug + (i == 0 ? "" : "-" + i), courses.get(i)));
    }
    Optional<DrugPage> page = DrugPage.of(course, writing.library());
    if (page.isEmpty()) {
      said.add(
          writing.say(
              topic, "no-page-" + drug, Basis.NOTHING, "treatment.no-page", writing.drug(drug)));
    } else if (told.add(page.get().name())) {
      said.addAll(aim(page.get()));
    }
    return new Group(writing.heading(drug), said);
  }

  private List<Sentence> aim(DrugPage page) {
    List<Sentence> aim = new ArrayList<>();
    int suggested = 0;
    for (Sentence sentence : sentences(Topic.TREATMENTS, page.name(), "aim", page.aim())) {
      boolean forDoctors =
          sentence.basis().citations().stream()
              .anyMatch(citation -> citation.key().startsWith(LUNG_GUIDELINE));
      boolean shown = sentence.suggested() && !forDoctors && suggested < AIM_SENTENCES;
      suggested += shown ? 1 : 0;
      aim.add(shown ? sentence : sentence.offered());
    }
    return aim;
  }

  private List<Sentence> sentences(
      Topic topic, String page, String part, List<DrugPage.Line> lines) {
    List<Sentence> sentences = new ArrayList<>();
    // The library speaks of one disease; another's patient is not told of it unasked.
    String thisDisease = writing.phrases().text("this-disease");
    for (int i = 0; i < lines.size(); i++) {
      Statement statement = lines.get(i).statement();
      sentences.add(
          new Sentence(
              topic.code() + "/" + page + "-" + part + "-" + i,
              statement.text(),
              lines.get(i).item(),
              writing.ofTheLibrarysDisease() || !statement.text().contains(thisDisease),
              Basis.NOTHING.citing(page, statement.citations())));
    }
    return sentences;
  }

  private Sentence since(String drug, Treatment course) {
    List<RowReference> rows = new ArrayList<>(List.of(course.row()));
    Optional<Moment> start = known(course.start());
    // A change of dose is a new course: what it follows without a gap was the same treatment.
    boolean longer = start.isPresent();
    while (longer) {
      longer = false;
      for (Treatment earlier : past(drug)) {
        Optional<Moment> from = known(earlier.start());
        Moment current = start.orElseThrow();
        if (from.isPresent()
            && from.get().isBefore(current) == Truth.TRUE
            && known(earlier.stop())
                .map(stop -> stop.isBefore(current) == Truth.FALSE)
                .orElse(false)) {
          start = from;
          rows.add(earlier.row());
          longer = true;
        }
      }
    }
    return start
        .map(from ->
            writing.say(
                Topic.TREATMENTS,
                "since-" + drug,
                Basis.of(rows),
                "treatment.since",
                writing.dates().since(from)))
        .orElseGet(() ->
            writing.say(Topic.TREATMENTS, "since-" + drug, Basis.NOTHING, "treatment.no-start"));
  }

  private List<Treatment> past(String drug) {
    return writing.patient().treatments().stream()
        .filter(course -> course.drug().equals(drug))
        .toList();
  }

  private static Optional<Moment> known(Value<Moment> value) {
    return value instanceof Value.Known<Moment>(Moment moment)
        ? Optional.of(moment)
        : Optional.empty();
  }

  private Sentence dose(String key, Treatment course) {
    if (course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose)
        && writing.phrases().has("unit." + course.unit())
        && course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)) {
      return writing.say(
          Topic.TREATMENTS,
          "dose-" + key,
          Basis.of(course.row()),
          "treatment.dose",
          writing.phrases().text("unit." + course.unit(), number(dose)),
          writing.phrases().text("frequency." + frequency.code().replace(' ', '-')));
    }
    return writing.say(Topic.TREATMENTS, "dose-" + key, Basis.NOTHING, "treatment.no-dose");
  }

  private String number(BigDecimal dose) {
    return dose.stripTrailingZeros()
        .toPlainString()
        .replace(".", writing.phrases().text("number.point"));
  }

  private Group earlier() {
    List<Sentence> said = new ArrayList<>();
    past.forEach((drug, courses) -> {
      Treatment last = courses.getLast();
      boolean once = last.isSingleDose();
      Optional<Moment> when = known(once ? last.start() : last.stop());
      String code = once ? "treatment.last-dose" : "treatment.stopped";
      said.add(
          when.map(moment ->
                  writing.item(
                      Topic.TREATMENTS,
                      "past-" + drug,
                      Basis.of(last.row()),
                      code,
                      writing.heading(drug),
                      writing.dates().on(moment)))
              .orElseGet(() ->
                  writing.item(
                      Topic.TREATMENTS,
                      "past-" + drug,
                      Basis.of(rows(courses)),
                      "treatment.past",
                      writing.heading(drug))));
    });
    return new Group(writing.phrases().text("group.earlier"), said);
  }

  Section timeToEffect() {
    return ofPages(Topic.TIME_TO_EFFECT, "time", DrugPage::time, List.of());
  }

  Section watch() {
    List<Sentence> call = new ArrayList<>();
    Set<String> said = new HashSet<>();
    pages().values().stream()
        .flatMap(Optional::stream)
        .distinct()
        .forEach(page ->
            sentences(Topic.WATCH, page.name(), "call", page.call()).stream()
                .filter(sentence -> said.add(sentence.text()))
                .map(Sentence::asItem)
                .forEach(call::add));
    Sentence worried = writing.item(Topic.WATCH, "worried", Basis.NOTHING, "watch.worried");
    call.removeIf(sentence -> sentence.text().equals(worried.text()));
    call.add(worried);
    return ofPages(
        Topic.WATCH,
        "watch",
        DrugPage::watch,
        List.of(new Group(writing.phrases().text("group.call"), call)));
  }

  private Map<String, Optional<DrugPage>> pages() {
    Map<String, Optional<DrugPage>> pages = new LinkedHashMap<>();
    running.forEach(
        (drug, courses) -> pages.put(drug, DrugPage.of(courses.getLast(), writing.library())));
    return pages;
  }

  /// What the pages of the drugs taken say of one matter, each page once.
  private Section ofPages(
      Topic topic, String part, Function<DrugPage, List<DrugPage.Line>> lines, List<Group> after) {
    List<Group> groups = new ArrayList<>();
    Set<String> told = new HashSet<>();
    pages()
        .forEach((drug, page) -> {
          if (page.isEmpty()) {
            groups.add(
                group(
                    writing.heading(drug),
                    writing.say(topic, "no-page-" + drug, Basis.NOTHING, "treatment.no-text")));
          } else if (told.add(page.get().name())) {
            groups.add(
                new Group(
                    writing.heading(drug),
                    sentences(topic, page.get().name(), part, lines.apply(page.get()))));
          }
        });
    if (running.isEmpty()) {
      groups.add(
          group(
              "",
              writing.say(
                  topic,
                  "none",
                  Basis.NOTHING,
                  undated.isEmpty() ? "treatment.none-to-tell" : "treatment.unknown-to-tell")));
    }
    groups.addAll(after);
    return writing.section(topic, groups);
  }
}
