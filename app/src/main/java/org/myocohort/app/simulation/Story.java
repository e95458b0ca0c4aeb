package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What happens to one invented patient, from the first symptom to the last contact.
///
/// @param activity hidden disease activity
/// @param prednisone prednisone dose of any day
/// @param courses rows of the treatments table
/// @param happenings events and adverse events
/// @param indexStart first day of the index drug, [#NEVER] without one
/// @param relapses days of relapses
/// @param noBaseline whether nobody saw the patient in the 90 days before the index drug
/// @param ending how it ends
record Story(
    Traits traits,
    DiseaseActivity activity,
    Prednisone prednisone,
    List<Course> courses,
    List<Happening> happenings,
    long indexStart,
    List<Long> relapses,
    boolean noBaseline,
    Ending ending) {

  static final long NEVER = Long.MIN_VALUE;

  Story {
    courses = List.copyOf(courses);
    happenings = List.copyOf(happenings);
    relapses = List.copyOf(relapses);
  }

  /// How a patient's record ends.
  ///
  /// @param status code of the vital status
  /// @param day last day that anything is known of
  record Ending(String status, long day) {
    static final String ALIVE = "alive";
    static final String DEAD = "dead";
    static final String LOST = "lost to follow-up";
    static final String OPTED_OUT = "opted out";

    boolean isDeath() {
      return status.equals(DEAD);
    }

    boolean isOptingOut() {
      return status.equals(OPTED_OUT);
    }

    /// OURS: death 25 % with MDA5 and lung disease, else 3 %, 80 to 900 days after treatment began;
    /// 6 % lost, 5 % opted out.
    static Ending draw(Traits traits, long anchor, Chance chance) {
      boolean highRisk = traits.serotype() == Serotype.MDA5 && traits.organs().ild();
      int drawn = chance.weighted(6, 5, highRisk ? 25 : 3, highRisk ? 64 : 86);
      long early = anchor + chance.days(80, 900);
      long late = anchor + chance.days(250, 1100);
      if (drawn == 0 && late < Traits.STUDY_END - 150) {
        return new Ending(LOST, late);
      }
      if (drawn == 1 && late < Traits.STUDY_END - 10) {
        return new Ending(OPTED_OUT, late);
      }
      if (drawn == 2 && early < Traits.STUDY_END - 10) {
        return new Ending(DEAD, early);
      }
      return new Ending(ALIVE, Traits.STUDY_END);
    }
  }

  static Story tell(Traits traits, Chance chance) {
    StoryTeller teller = new StoryTeller(traits, chance);
    return teller.tell();
  }

  boolean hasIndexDrug() {
    return indexStart != NEVER;
  }

  /// Whether a drug was being taken on a day.
  boolean takes(String drug, long day) {
    return courses.stream()
        .anyMatch(
            course -> course.drug().equals(drug) && course.start() <= day && day < course.stop());
  }

  /// The episode of low neutrophils that holds this day.
  Optional<Happening.Adverse> neutropenia(long day) {
    return neutropenias().stream()
        .filter(adverse -> adverse.day() <= day && day < adverse.stop())
        .findFirst();
  }

  List<Happening.Adverse> neutropenias() {
    List<Happening.Adverse> found = new ArrayList<>();
    for (Happening happening : happenings) {
      if (happening instanceof Happening.Adverse adverse
          && adverse.term().equals(Happening.Adverse.NEUTROPENIA)) {
        found.add(adverse);
      }
    }
    return found;
  }

  /// Whether an infection lies within a week of this day.
  boolean infectedAround(long day) {
    return happenings.stream()
        .anyMatch(happening ->
            happening instanceof Happening.Event event
                && event.kind().equals("infection")
                && Math.abs(event.day() - day) <= 7);
  }

  /// Courses in order of start, prednisone included, cut at the end of the record.
  static List<Course> ordered(List<Course> drugs, Prednisone prednisone, Ending ending) {
    List<Course> all = new ArrayList<>(drugs);
    all.addAll(prednisone.courses());
    all.removeIf(course -> course.start() >= ending.day());
    all.replaceAll(course -> course.until(ending.day(), ending.isDeath()));
    all.sort(Comparator.comparingLong(Course::start).thenComparing(Course::drug));
    return all;
  }
}
