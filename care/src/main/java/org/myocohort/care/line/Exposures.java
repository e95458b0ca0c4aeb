package org.myocohort.care.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.myocohort.care.record.CourseSpan;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Value;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.vocabulary.Vocabulary;

/// Puts the courses of each drug together into times on it.
final class Exposures {
  static final String GLUCOCORTICOIDS = "glucocorticoid";

  private static final Set<String> CHANGING_DISEASE =
      Vocabulary.drugs().terms().stream()
          .filter(drug -> drug.cell("changes_disease").equals("1"))
          .map(drug -> drug.code())
          .collect(Collectors.toUnmodifiableSet());

  private final LineDefinition definition;
  private final long today;

  Exposures(LineDefinition definition, long today) {
    this.definition = definition;
    this.today = today;
  }

  /// The drug that a course counts as.
  static String agentOf(String drug) {
    return GlucocorticoidEquivalence.isGlucocorticoid(drug) ? GLUCOCORTICOIDS : drug;
  }

  static boolean changesDisease(String agent) {
    return CHANGING_DISEASE.contains(agent);
  }

  /// Whether a published course was going on when the report was written.
  static boolean goesOnUndated(Treatment course) {
    return course.phase() == Phase.INDEX || course.phase() == Phase.CONCOMITANT;
  }

  /// Everything recorded of every drug, in the order of their first rows. A dose of 0 says that the
  /// drug was not taken.
  List<AgentTime> of(PatientRecord patient) {
    Map<String, List<Treatment>> byAgent = new LinkedHashMap<>();
    for (Treatment course : patient.treatments()) {
      boolean zero =
          course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
      if (!zero) {
        byAgent.computeIfAbsent(agentOf(course.drug()), _ -> new ArrayList<>()).add(course);
      }
    }
    return byAgent.entrySet().stream()
        .map(entry -> time(entry.getKey(), entry.getValue()))
        .toList();
  }

  private AgentTime time(String agent, List<Treatment> courses) {
    List<Treatment> dated = new ArrayList<>();
    List<Treatment> undated = new ArrayList<>();
    List<Treatment> planned = new ArrayList<>();
    for (Treatment course : courses) {
      if (!(course.start() instanceof Value.Known<Moment>(Moment start))
          || start instanceof Moment.IndexDay) {
        undated.add(course);
      } else if (start.earliest() > today) {
        planned.add(course);
      } else {
        dated.add(course);
      }
    }
    dated.sort(Comparator.comparingLong(Exposures::middleOfStart));
    List<Exposure> exposures = new ArrayList<>();
    List<Treatment> together = new ArrayList<>();
    long end = 0;
    for (Treatment course : dated) {
      if (!together.isEmpty() && middleOfStart(course) - end > definition.gapOf(agent)) {
        exposures.add(exposure(agent, together, !exposures.isEmpty()));
        together.clear();
      }
      long ends = middleOfEnd(CourseSpan.of(course));
      end = together.isEmpty() ? ends : Math.max(end, ends);
      together.add(course);
    }
    if (!together.isEmpty()) {
      exposures.add(exposure(agent, together, !exposures.isEmpty()));
    }
    return new AgentTime(agent, exposures, days(dated, undated), undated, planned);
  }

  private static long middleOfStart(Treatment course) {
    return course.start() instanceof Value.Known<Moment>(Moment start)
        ? start.middle()
        : CourseSpan.FOREVER;
  }

  private static long middleOfEnd(CourseSpan span) {
    return Math.floorDiv(span.endFirst() + span.endLast(), 2);
  }

  private Exposure exposure(String agent, List<Treatment> courses, boolean restart) {
    CourseSpan span = null;
    Treatment last = courses.getFirst();
    for (Treatment course : courses) {
      CourseSpan one = CourseSpan.of(course);
      if (middleOfEnd(one) >= middleOfEnd(CourseSpan.of(last))) {
        last = course;
      }
      span = span == null ? one : joined(span, one);
    }
    boolean ongoing = span != null && span.endFirst() > today;
    // A single dose has no stop of its own that a reason could be given for, but may have one.
    StopReason reason = ongoing ? StopReason.ONGOING : StopReasons.read(last.reasonStopped());
    return new Exposure(
        agent,
        courses,
        span == null ? CourseSpan.of(last) : span,
        days(courses, List.of()),
        restart,
        reason,
        ongoing ? null : last);
  }

  private static CourseSpan joined(CourseSpan a, CourseSpan b) {
    return new CourseSpan(
        Math.min(a.startFirst(), b.startFirst()),
        Math.min(a.startLast(), b.startLast()),
        Math.max(a.endFirst(), b.endFirst()),
        Math.max(a.endLast(), b.endLast()));
  }

  /// Days on which at least one course ran for certain, and on which one may have run.
  private DayBounds days(List<Treatment> dated, List<Treatment> undated) {
    List<long[]> certain = new ArrayList<>();
    List<long[]> possible = new ArrayList<>();
    for (Treatment course : dated) {
      CourseSpan span = CourseSpan.of(course);
      certain.add(new long[] {span.startLast(), Math.min(span.endFirst(), today + 1)});
      possible.add(new long[] {span.startFirst(), Math.min(span.endLast(), today + 1)});
    }
    long least = union(certain);
    return new DayBounds(least, undated.isEmpty() ? Math.max(least, union(possible)) : null);
  }

  private static long union(List<long[]> intervals) {
    intervals.sort(Comparator.comparingLong(each -> each[0]));
    long days = 0;
    long reached = Long.MIN_VALUE;
    for (long[] each : intervals) {
      long from = Math.max(each[0], reached);
      if (each[1] > from) {
        days += each[1] - from;
      }
      reached = Math.max(reached, each[1]);
    }
    return days;
  }
}
