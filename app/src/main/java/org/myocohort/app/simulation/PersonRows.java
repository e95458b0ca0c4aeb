package org.myocohort.app.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The row of the patient and the antibody tests.
///
/// OURS: of the three dates, birth is a year for 80 % and a month for the others, onset a month for
/// 60 % and a year for 40 %, diagnosis a day for 25 %, a month for 60 % and a year for 15 %; the
/// age at onset is missing in 12 %; 4 % refuse publication.
final class PersonRows {
  private static final List<String> PANEL =
      List.of("anti-Jo-1", "anti-PL-7", "anti-PL-12", "anti-EJ", "anti-OJ");

  private PersonRows() {}

  static void write(Story story, List<VisitPlan.Planned> visits, PatientRows rows, Chance chance) {
    person(story, visits, rows, chance);
    antibodies(story.traits(), rows, chance);
  }

  private static void person(
      Story story, List<VisitPlan.Planned> visits, PatientRows rows, Chance chance) {
    Traits traits = story.traits();
    Story.Ending ending = story.ending();
    long reported = story.hasIndexDrug() ? story.indexStart() : traits.entry();
    String birth = chance.happens(0.8) ? Cell.year(traits.birth()) : Cell.month(traits.birth());
    String onset = chance.happens(0.6) ? Cell.month(traits.onset()) : Cell.year(traits.onset());
    String diagnosis =
        switch (chance.weighted(25, 60, 15)) {
          case 0 -> Cell.day(traits.diagnosis());
          case 1 -> Cell.month(traits.diagnosis());
          default -> Cell.year(traits.diagnosis());
        };
    boolean onsetAge = chance.happens(0.88);
    boolean refused = chance.happens(0.04);
    long firstSeen = visits.isEmpty() ? traits.entry() : visits.getFirst().day();
    String consent = ending.isOptingOut() ? "withdrawn" : refused ? "refused" : "given";
    String scope =
        refused && !ending.isOptingOut()
            ? "publication"
            : chance.pick(
                List.of("registry", "registry;publication", "registry;publication;biobank"));
    rows.addPerson(
        "own",
        "",
        traits.centre().title(),
        traits.female() ? "female" : "male",
        birth,
        Integer.toString(years(traits.birth(), reported)),
        onset,
        onsetAge ? Integer.toString(years(traits.birth(), traits.onset())) : Cell.NOT_RECORDED,
        diagnosis,
        traits.index(),
        ending.status(),
        ending.isDeath() ? Cell.day(ending.day()) : Cell.NOT_RECORDED,
        consent,
        Cell.day(ending.isOptingOut() ? ending.day() : firstSeen),
        scope);
  }

  private static int years(long from, long to) {
    return (int) ChronoUnit.YEARS.between(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
  }

  /// One anti-synthetase panel for everybody, by line blot, the patient's own antibody by ELISA or
  /// line blot, Ro52 beside it.
  private static void antibodies(Traits traits, PatientRows rows, Chance chance) {
    long day = traits.diagnosis() - chance.days(0, 20);
    String date = chance.happens(0.7) ? Cell.day(day) : Cell.month(day);
    String own = traits.serotype().antibody();
    if (chance.happens(0.55)) {
      add(rows, own, "ELISA", "positive", Integer.toString(chance.days(25, 190)), "U/mL", date);
    } else {
      String grade = chance.pick(List.of("+", "++", "++", "+++"));
      add(
          rows,
          own,
          "line blot",
          grade.equals("+") ? "weak positive" : "positive",
          grade,
          "",
          date);
    }
    for (String antibody : PANEL) {
      if (!antibody.equals(own)) {
        boolean tested = !antibody.equals("anti-OJ") || chance.happens(0.8);
        add(rows, antibody, "line blot", tested ? "negative" : "not tested", "", "", date);
      }
    }
    if (chance.happens(0.85)) {
      double positive =
          traits.serotype().isSynthetase()
              ? 0.55
              : traits.serotype() == Serotype.MDA5 ? 0.35 : 0.12;
      String result =
          chance.happens(positive) ? "positive" : chance.happens(0.06) ? "equivocal" : "negative";
      add(
          rows,
          "anti-Ro52",
          "line blot",
          result,
          result.equals("positive") ? chance.pick(List.of("++", "+++")) : "",
          "",
          date);
    }
  }

  private static void add(
      PatientRows rows,
      String antibody,
      String method,
      String result,
      String titre,
      String unit,
      String date) {
    rows.add(
        SimulatedTable.ANTIBODIES,
        antibody,
        result.equals("not tested") ? Cell.NOT_APPLICABLE : method,
        result,
        titre,
        unit,
        date);
  }
}
