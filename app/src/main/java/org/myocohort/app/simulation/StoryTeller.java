package org.myocohort.app.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Makes up the course of one patient: first treatment and its failure, a flare, the index drug,
/// response or none, taper, relapse and rescue, side effects.
///
/// Every probability and duration here is OURS, chosen so that each situation that the software
/// must show occurs among a few dozen patients.
final class StoryTeller {
  private static final List<String> FIRST_LINE =
      List.of("azathioprine", "methotrexate", "mycophenolate mofetil");
  private static final List<String> SECOND_LINE =
      List.of(
          "rituximab",
          "intravenous immunoglobulins",
          "mycophenolate mofetil",
          "tacrolimus",
          "cyclophosphamide");
  private static final int HORIZON = 1900;

  /// What the index drug does: 48 % respond well, 27 % partly, 25 % not.
  private enum Response {
    GOOD,
    PARTIAL,
    NONE;

    static Response draw(Chance chance) {
      return List.of(GOOD, PARTIAL, NONE).get(chance.weighted(48, 27, 25));
    }

    /// The activity that the disease settles at.
    double target(double before, Chance chance) {
      return switch (this) {
        case GOOD -> chance.between(0.03, 0.14);
        case PARTIAL -> before * chance.between(0.40, 0.62);
        case NONE -> before * chance.between(0.85, 1.05);
      };
    }
  }

  private final Traits traits;
  private final Chance chance;
  private final DiseaseActivity activity = new DiseaseActivity();
  private final Prednisone prednisone = new Prednisone();
  private final List<Course> drugs = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Long> relapses = new ArrayList<>();

  StoryTeller(Traits traits, Chance chance) {
    this.traits = traits;
    this.chance = chance;
  }

  Story tell() {
    long index = Story.NEVER;
    long anchor = traits.entry();
    if (traits.hasIndexDrug()) {
      index = traits.entry() + chance.days(45, traits.organs().myocarditis() ? 240 : 400);
      anchor = index;
    }
    Story.Ending ending = Story.Ending.draw(traits, anchor, chance);
    begin();
    if (traits.hasIndexDrug()) {
      failFirstLine(index);
      flare(index);
      respond(index, ending.day());
    } else {
      respondToFirstLine(ending.day());
    }
    everydayEvents(ending);
    if (ending.isDeath()) {
      die(ending.day());
    }
    List<Course> courses = Story.ordered(drugs, prednisone, ending);
    drugReactions(courses, ending.day());
    happenings.removeIf(happening -> happening.day() > ending.day());
    happenings.sort(Comparator.comparingLong(Happening::day));
    relapses.removeIf(day -> day > ending.day());
    return new Story(
        traits,
        activity,
        prednisone,
        courses,
        happenings,
        index,
        relapses,
        traits.hasIndexDrug() && chance.happens(0.05) && index - traits.entry() > 110,
        ending);
  }

  /// First symptom, diagnosis, prednisone 1 mg/kg for four to six weeks, then the taper.
  private void begin() {
    activity.reach(traits.onset(), 0.15);
    activity.reach(traits.diagnosis(), traits.severity());
    activity.settle(
        traits.diagnosis(), traits.severity() * chance.between(0.40, 0.65), 40, HORIZON);
    long start = traits.diagnosis() + chance.days(0, 7);
    prednisone.give(start, traits.fullPrednisone(), "diagnosis");
    prednisone.taper(start + chance.days(28, 42), chance.happens(0.5) ? 100 : 150, chance);
  }

  /// None to three drugs one after the other between diagnosis and index drug; the last may go on
  /// beside it.
  private void failFirstLine(long index) {
    long start = traits.diagnosis() + chance.days(5, 25);
    int room = (int) Math.min(3, (index - start) / 75);
    int wanted = Math.min(room, chance.weighted(15, 40, 33, 12));
    List<String> choices = new ArrayList<>(chance.shuffled(FIRST_LINE));
    choices.remove(traits.index());
    wanted = Math.min(wanted, choices.size());
    for (int i = 0; i < wanted; i++) {
      String drug = choices.get(i);
      boolean last = i + 1 == wanted;
      long stop = start + (index - start) / (wanted - i) - chance.days(0, 12);
      if (last && chance.happens(0.55)) {
        take(drug, start, Course.ONGOING, "first-line treatment", "");
      } else {
        boolean toxic = chance.happens(0.2);
        take(drug, start, stop, "first-line treatment", toxic ? "adverse event" : "failed");
        if (toxic) {
          happenings.add(
              new Happening.Adverse(
                  drug.equals("methotrexate") ? "Mucositis oral" : "Nausea",
                  2,
                  stop - chance.days(3, 9),
                  stop + chance.days(5, 20),
                  false,
                  drug));
        }
      }
      start = stop + chance.days(0, 10);
    }
  }

  /// The flare that leads to the index drug: activity up, prednisone raised before the baseline
  /// visit, so that it does not count as added since.
  private void flare(long index) {
    long day = Math.max(traits.diagnosis() + 30, index - chance.days(25, 70));
    double level = Cell.within(0.50, traits.severity() * chance.between(0.85, 1.05), 0.95);
    activity.reach(day - 25, activity.at(day - 25));
    activity.reach(day + 12, level);
    happenings.add(new Happening.Event("flare", day, ""));
    int raised = prednisone.raisedFrom(day, chance.happens(0.5) ? 500 : 400);
    prednisone.give(day, raised, "flare");
    if ((traits.organs().myocarditis() || traits.organs().ild()) && chance.happens(0.45)) {
      happenings.add(
          new Happening.Event(
              "admission",
              day + 1,
              traits.organs().myocarditis() ? "myocarditis" : "worsening lung disease"));
      drugs.add(Regimen.pulse(day + 1, chance.happens(0.6), "flare"));
    }
    // The floor of the taper is chosen now; 8 % have prednisone raised together with the drug.
    long taperFrom = index + chance.days(12, 24);
    if (chance.happens(0.08)) {
      int more = prednisone.raisedFrom(index, traits.fullPrednisone());
      if (more > prednisone.doseOn(index)) {
        prednisone.give(index, more, "raised with the index drug");
      }
    }
    prednisone.taper(taperFrom, floor(), chance);
  }

  private int floor() {
    return List.of(0, 25, 50, 75).get(chance.weighted(25, 25, 40, 10));
  }

  private void respond(long index, long end) {
    Response response = Response.draw(chance);
    double before = activity.at(index);
    double target = response.target(before, chance);
    activity.settle(index, target, chance.between(45, 90), HORIZON);
    boolean high = traits.organs().myocarditis() || chance.happens(0.35);
    OptionalLong neutropenia = neutropenia(index);
    if (neutropenia.isPresent()) {
      long day = neutropenia.getAsLong();
      take(traits.index(), high, index, day + 1, "refractory disease", "adverse event");
      activity.settle(day + 20, before * 0.5, 60, HORIZON);
      switchTo(day + chance.days(14, 40), Response.PARTIAL);
    } else if (response == Response.NONE) {
      failIndex(index, high, before);
    } else {
      take(traits.index(), high, index, Course.ONGOING, "refractory disease", "");
      maybeRelapse(index, target, end);
    }
  }

  /// Neutropenia on anakinra: 8 % grade 3, after which the drug stops; 14 % milder, which passes.
  private OptionalLong neutropenia(long index) {
    if (!traits.index().equals("anakinra")) {
      return OptionalLong.empty();
    }
    int drawn = chance.weighted(8, 14, 78);
    long day = index + chance.days(40, 420);
    if (drawn == 2) {
      return OptionalLong.empty();
    }
    int grade = drawn == 0 ? 3 : chance.days(1, 2);
    happenings.add(
        new Happening.Adverse(
            Happening.Adverse.NEUTROPENIA,
            grade,
            day,
            day + chance.days(14, 35),
            grade == 3,
            "anakinra"));
    return drawn == 0 ? OptionalLong.of(day) : OptionalLong.empty();
  }

  /// No response: often a rescue while the drug still runs, which helps for two months; then the
  /// drug is stopped and another tried.
  private void failIndex(long index, boolean high, double before) {
    long stop = index + chance.days(120, 240);
    happenings.removeIf(happening ->
        happening instanceof Happening.Adverse adverse
            && adverse.relatedTo().equals(traits.index())
            && adverse.day() >= stop);
    take(traits.index(), high, index, stop, "refractory disease", "no response");
    if (chance.happens(0.6)) {
      long rescue = index + chance.days(50, 95);
      rescue(rescue, "no response", 400);
      activity.settle(rescue, before * 0.5, 25, 63);
      activity.reach(rescue + 100, before * chance.between(0.80, 0.95));
    }
    switchTo(stop + chance.days(3, 21), chance.happens(0.5) ? Response.GOOD : Response.PARTIAL);
  }

  private void switchTo(long day, Response response) {
    List<String> choices = new ArrayList<>(SECOND_LINE);
    choices.removeAll(tried);
    String drug = chance.pick(choices);
    double before = activity.at(day);
    boolean cyclophosphamide = drug.equals("cyclophosphamide");
    take(
        drug,
        day,
        cyclophosphamide ? day + 168 : Course.ONGOING,
        "second-line treatment",
        cyclophosphamide ? "course complete" : "");
    activity.settle(day + 10, response.target(before, chance), 75, HORIZON);
  }

  /// 45 % relapse after the prednisone went below 10 mg; the relapse is rescued and mostly settles.
  private void maybeRelapse(long from, double target, long end) {
    OptionalLong below = prednisone.firstDayBelowTen(from + 60);
    boolean relapsing = chance.happens(0.45);
    int after = chance.days(15, 55);
    if (!relapsing || below.isEmpty() || below.getAsLong() + after > end - 90) {
      return;
    }
    long day = below.getAsLong() + after;
    relapses.add(day);
    activity.reach(day - 21, activity.at(day - 21));
    activity.reach(day, Cell.within(0, activity.at(day - 21) + chance.between(0.28, 0.48), 0.95));
    int dose = prednisone.doseOn(day);
    happenings.add(
        new Happening.Event(
            "relapse",
            day,
            dose == 0 ? "off prednisone" : "at prednisone " + Cell.milligrams(dose) + " mg/day"));
    long rescue = day + chance.days(1, 4);
    rescue(rescue, "relapse", 300);
    activity.settle(rescue, target + chance.between(0, 0.12), chance.between(35, 60), HORIZON);
  }

  /// Prednisone raised, and methylprednisolone into the vein (35 %) or immunoglobulins (25 %).
  private void rescue(long day, String why, int wanted) {
    int raised = prednisone.raisedFrom(day, wanted);
    prednisone.give(day, raised, why);
    prednisone.taper(day + chance.days(21, 35), 50, chance);
    switch (chance.weighted(35, 25, 40)) {
      case 0 -> drugs.add(Regimen.pulse(day, chance.happens(0.5), why));
      case 1 -> {
        if (tried.contains("intravenous immunoglobulins")) {
          drugs.add(Regimen.pulse(day, false, why));
        } else {
          drugs.add(Regimen.immunoglobulins(day, why));
        }
      }
      default -> {
        // Prednisone alone.
      }
    }
  }

  /// A patient who never needs an index drug: first-line treatment works.
  private void respondToFirstLine(long end) {
    String drug = chance.pick(FIRST_LINE);
    long start = traits.diagnosis() + chance.days(5, 25);
    take(drug, start, Course.ONGOING, "first-line treatment", "");
    double target = chance.between(0.04, 0.18);
    activity.settle(start + 20, target, 80, HORIZON);
    prednisone.taper(start + 45, floor(), chance);
    maybeRelapse(start + 60, target, end);
  }

  private void take(String drug, long start, long stop, String why, String end) {
    take(drug, chance.happens(0.4), start, stop, why, end);
  }

  private void take(String drug, boolean high, long start, long stop, String why, String end) {
    tried.add(drug);
    drugs.addAll(Regimen.courses(drug, high, traits.weight(), start, stop, why, end));
  }

  /// Infections (about one in seven years, twice that above 15 mg prednisone), influenza
  /// vaccination each autumn in a third.
  private void everydayEvents(Story.Ending ending) {
    List<String> infections =
        List.of("pneumonia", "urinary tract infection", "herpes zoster", "COVID-19", "bronchitis");
    for (long day = traits.entry() + 30; day < ending.day() - 20; day += 91) {
      boolean likely = prednisone.doseOn(day) > 150;
      if (chance.happens(likely ? 0.08 : 0.035)) {
        long start = day + chance.days(0, 60);
        String infection = chance.pick(infections);
        happenings.add(new Happening.Event("infection", start, infection));
        if (infection.equals("pneumonia") && chance.happens(0.5)) {
          happenings.add(new Happening.Event("admission", start + 1, "pneumonia"));
        }
      }
    }
    if (chance.happens(0.35)) {
      for (int year = 2021; year <= 2025; year++) {
        long day = LocalDate.of(year, 10, 1).toEpochDay() + chance.days(0, 50);
        if (day > traits.entry() && day < ending.day()) {
          happenings.add(new Happening.Event("vaccination", day, "influenza"));
        }
      }
    }
  }

  /// Activity rises in the last six weeks, with an admission.
  private void die(long end) {
    activity.reach(end - 45, activity.at(end - 45));
    activity.reach(end, 0.95);
    boolean lung = traits.organs().ild();
    happenings.add(
        new Happening.Event(
            "admission", end - chance.days(4, 14), lung ? "respiratory failure" : "sepsis"));
    happenings.add(new Happening.Event("death", end, lung ? "respiratory failure" : "sepsis"));
  }

  /// Side effects of what was taken, each at most once a drug.
  private void drugReactions(List<Course> courses, long end) {
    List<String> seen = new ArrayList<>();
    for (Course course : courses) {
      if (seen.contains(course.drug())) {
        continue;
      }
      seen.add(course.drug());
      long day = course.start() + chance.days(2, 25);
      int lasting = chance.days(5, 40);
      int grade = chance.weighted(0, 70, 30);
      boolean hit = chance.happens(0.35);
      String term =
          switch (course.drug()) {
            case "anakinra" -> "Injection site reaction";
            case "rituximab" -> "Infusion related reaction";
            case "intravenous immunoglobulins" -> "Headache";
            case "mycophenolate mofetil" -> "Diarrhea";
            case "tacrolimus" -> "Tremor";
            case "prednisone" -> "Insomnia";
            default -> "";
          };
      if (hit && !term.isEmpty() && day >= traits.entry() && day + lasting < end) {
        happenings.add(
            new Happening.Adverse(term, grade, day, day + lasting, false, course.drug()));
      }
    }
  }
}
