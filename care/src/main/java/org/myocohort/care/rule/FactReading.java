package org.myocohort.care.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.classification.Classification;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Antibodies, findings, events and published criteria.
///
/// What is not listed is not known; only a published table's closed list says no by what it does
/// not name, with that assumption noted, and never of a finding that takes an investigation.
final class FactReading {
  private static final Set<String> INVESTIGATED = Set.of("biopsy", "emg", "imaging");
  private static final String PANEL = "anti-synthetase-panel";
  private static final String GROUP = "anti-synthetase";
  private static final String PATIENTS = "patients";

  /// A finding with all that it counts as.
  private static final Map<String, Set<String>> GENERAL = new HashMap<>();

  static {
    for (Vocabulary.Term finding : Vocabulary.findings().terms()) {
      Set<String> codes = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(finding.code()));
      while (!open.isEmpty()) {
        String code = open.removeFirst();
        if (codes.add(code)) {
          open.addAll(Vocabulary.findings().term(code).list("counts_as"));
        }
      }
      GENERAL.put(finding.code(), codes);
    }
  }

  private FactReading() {}

  /// A positive result wins over a negative one of another time or method. A negative panel speaks
  /// for each antibody of its group; a positive panel that names none leaves each of them open.
  static Explained antibody(PatientView view, Rule.Antibody rule) {
    Look look = new Look(rule);
    boolean group = rule.antibody().equals(GROUP);
    Truth within = Truth.FALSE;
    Set<String> negative = new LinkedHashSet<>();
    boolean open = false;
    boolean panelNegative = false;
    Truth positive = Truth.FALSE;
    for (AntibodyResult result : view.antibodies()) {
      boolean panel = group(result.antibody()).equals(PANEL);
      boolean same =
          result.antibody().equals(rule.antibody())
              || (group && group(result.antibody()).startsWith(GROUP));
      boolean speaks = same || (panel && group(rule.antibody()).equals(GROUP));
      Truth in = within(result.date(), rule.within(), view);
      if (!speaks || in == Truth.FALSE) {
        continue;
      }
      within = within.or(in);
      look.used(
          result.row(), result.column(), result.antibody(), result.result().code(), result.date());
      switch (result.result().truth()) {
        case TRUE -> {
          if (same) {
            positive = positive.or(in);
          } else {
            open = true;
          }
        }
        case FALSE -> {
          if (in == Truth.TRUE) {
            negative.add(result.antibody());
            panelNegative |= panel;
          }
        }
        case UNKNOWN -> open = true;
      }
    }
    boolean no =
        panelNegative
            || (group ? allNegative(negative) : negative.contains(rule.antibody()))
            || (!open && closedList(view));
    Truth has =
        positive == Truth.TRUE
            ? Truth.TRUE
            : positive == Truth.FALSE && no ? Truth.FALSE : Truth.UNKNOWN;
    if (rule.centrally()) {
      look.note("central-laboratory");
    }
    return look.answer(
        rule.positive() ? has : has.not(),
        Missing.of(rule.centrally() ? "antibody-centrally" : "antibody", rule.antibody()));
  }

  private static boolean allNegative(Set<String> negative) {
    for (Vocabulary.Term term : Vocabulary.antibodies().terms()) {
      if (term.cell("group").equals(GROUP)
          && term.cell("mark").equals("verified")
          && !negative.contains(term.code())) {
        return false;
      }
    }
    return true;
  }

  private static String group(String antibody) {
    return antibody.isEmpty() ? "" : Vocabulary.antibodies().term(antibody).cell("group");
  }

  private static boolean closedList(PatientView view) {
    List<AntibodyResult> results = view.antibodies();
    return !results.isEmpty()
        && results.stream().allMatch(result -> result.row().table().equals(PATIENTS));
  }

  /// Whether a dated thing lies in the time asked for. Without a time everything up to the day
  /// counts, what has no date too.
  private static Truth within(Value<Moment> date, @Nullable Span span, PatientView view) {
    if (!(date instanceof Value.Known<Moment>(Moment moment))) {
      return span == null ? Truth.TRUE : Truth.UNKNOWN;
    }
    if (span != null) {
      return span.holds(moment, view.day());
    }
    return moment.isAfter(view.moment()) == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
  }

  /// On the day, at any time, or since a day. A statement without dates holds for the whole record,
  /// one with a start and no end goes on.
  static Explained found(PatientView view, Rule.Found rule) {
    Look look = new Look(rule);
    Truth present = Truth.FALSE;
    boolean absent = false;
    boolean open = false;
    long latestAbsent = Long.MIN_VALUE;
    long latestPresent = Long.MIN_VALUE;
    boolean undated = false;
    for (Manifestation statement : view.manifestations()) {
      boolean counts = GENERAL.getOrDefault(statement.finding(), Set.of()).contains(rule.finding());
      boolean general =
          GENERAL.getOrDefault(rule.finding(), Set.of()).contains(statement.finding());
      boolean yes = statement.present() == Truth.TRUE && counts;
      boolean no = statement.present() == Truth.FALSE && general;
      boolean unsaid = statement.present() == Truth.UNKNOWN && (counts || general);
      if (!yes && !no && !unsaid) {
        continue;
      }
      Truth in = holds(statement, rule, view, yes);
      if (in == Truth.FALSE) {
        continue;
      }
      look.used(
          statement.row(),
          statement.column(),
          statement.finding(),
          statement.present() == Truth.TRUE ? "present" : no ? "absent" : "not reported",
          statement.from());
      long begin =
          statement.from() instanceof Value.Known<Moment>(Moment from)
              ? from.latest()
              : Long.MIN_VALUE;
      if (yes) {
        present = present.or(in);
        latestPresent = Math.max(latestPresent, begin);
        undated |= begin == Long.MIN_VALUE;
      } else if (no) {
        absent |= in == Truth.TRUE;
        latestAbsent = Math.max(latestAbsent, begin);
      } else {
        open = true;
      }
    }
    Truth truth;
    if (present == Truth.TRUE && !rule.ever() && rule.within() == null && absent) {
      // The later statement holds on the day; two of one day contradict each other.
      truth =
          latestPresent > latestAbsent
              ? Truth.TRUE
              : latestAbsent > latestPresent && !(undated && latestAbsent == Long.MIN_VALUE)
                  ? Truth.FALSE
                  : Truth.UNKNOWN;
    } else if (present != Truth.FALSE) {
      truth = present;
    } else if (absent && !open) {
      truth = Truth.FALSE;
    } else if (!open && closed(view, rule.finding())) {
      look.note("closed-list", rule.finding());
      truth = Truth.FALSE;
    } else {
      truth = Truth.UNKNOWN;
    }
    return look.answer(truth, Missing.of("finding", rule.finding()));
  }

  private static boolean closed(PatientView view, String finding) {
    if (view.coverage() != Coverage.CLOSED_LIST
        || INVESTIGATED.contains(Vocabulary.findings().term(finding).cell("organ"))) {
      return false;
    }
    for (Manifestation statement : view.manifestations()) {
      for (String code : GENERAL.getOrDefault(statement.finding(), Set.of())) {
        boolean leavesOpen =
            Vocabulary.findings().term(code).list("leaves_open").stream()
                .anyMatch(open -> GENERAL.getOrDefault(finding, Set.of()).contains(open));
        boolean general =
            !code.equals(finding) && GENERAL.getOrDefault(finding, Set.of()).contains(code);
        if (leavesOpen || general) {
          return false;
        }
      }
    }
    return true;
  }

  private static Truth holds(
      Manifestation statement, Rule.Found rule, PatientView view, boolean yes) {
    Truth begun =
        statement.from() instanceof Value.Known<Moment>(Moment from)
            ? from.isAfter(view.moment()).not()
            : Truth.TRUE;
    Span span = rule.within();
    if (span != null) {
      // Something that went on into the time was there in it; that it was absent must be of then.
      Moment first = new Moment.Day(span.before(view.day()));
      Truth ended =
          statement.to() instanceof Value.Known<Moment>(Moment to)
              ? to.isBefore(first)
              : statement.from() instanceof Value.Known<Moment>(Moment from)
                  ? (yes && !investigated(rule) ? Truth.FALSE : from.isBefore(first))
                  : yes ? Truth.UNKNOWN : Truth.FALSE;
      return begun.and(ended.not());
    }
    if (rule.ever()) {
      return begun;
    }
    Truth over =
        statement.to() instanceof Value.Known<Moment>(Moment to)
            ? to.isBefore(view.moment())
            : Truth.FALSE;
    return begun.and(over.not());
  }

  /// What a biopsy or an image showed is of the day of that look, not of the time since.
  private static boolean investigated(Rule.Found rule) {
    return INVESTIGATED.contains(Vocabulary.findings().term(rule.finding()).cell("organ"));
  }

  /// Events that are listed; that none is listed does not say that none happened.
  static Explained happened(PatientView view, Rule.Happened rule) {
    Look look = new Look(rule);
    Truth happened = Truth.FALSE;
    for (ClinicalEvent event : view.events()) {
      if (event.kind() == rule.kind() && notes(event, rule.noting())) {
        Truth in = within(event.date(), rule.within(), view);
        if (in != Truth.FALSE) {
          happened = happened.or(in);
          look.used(event.row(), "kind", event.kind().code(), event.note(), event.date());
        }
      }
    }
    if (happened == Truth.FALSE
        && rule.kind() == ClinicalEvent.Kind.PREGNANCY
        && view.person().sex() instanceof Value.Known<Sex>(Sex sex)
        && sex == Sex.MALE) {
      look.used(view.person().row(), "sex", "sex", sex.code(), Look.NO_DATE);
      return look.answer(Truth.FALSE, null);
    }
    boolean none = view.events().stream().noneMatch(event -> event.kind() == rule.kind());
    if (none && rule.kind() == ClinicalEvent.Kind.CANCER) {
      // Said among the findings: never there.
      Explained absent = found(view, new Rule.Found("cancer", true, null));
      if (absent.outcome() == Outcome.FALSE) {
        absent
            .used()
            .forEach(
                used -> look.used(used.row(), used.column(), "cancer", "absent", Look.NO_DATE));
        return look.answer(Truth.FALSE, null);
      }
    }
    return look.answer(
        happened == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN,
        Missing.of("event", rule.kind().code()));
  }

  private static boolean notes(ClinicalEvent event, List<String> words) {
    String note = event.note().toLowerCase(Locale.ROOT);
    return words.isEmpty()
        || words.stream().anyMatch(word -> note.contains(word.toLowerCase(Locale.ROOT)));
  }

  static Explained classified(PatientView view, Rule.Classified rule) {
    Look look = new Look(rule);
    Classification answer = view.classification(rule.set());
    List<String> shown = new ArrayList<>(List.of(answer.result().code()));
    if (!answer.grade().isEmpty()) {
      shown.add(answer.grade());
    }
    look.used(view.person().row(), rule.set(), rule.set(), String.join(", ", shown), Look.NO_DATE);
    Truth truth =
        switch (answer.result()) {
          case MET ->
              Truth.of(!rule.grade().equals("definite") || answer.grade().equals("definite"));
          case NOT_MET -> Truth.FALSE;
          case UNDETERMINED, NOT_AVAILABLE -> Truth.UNKNOWN;
        };
    return look.answer(
        truth,
        answer.wouldSettle().size() == 1
            ? Missing.of("item-of-set", answer.wouldSettle().getFirst(), rule.set())
            : Missing.of("criteria-set", rule.set(), String.join(", ", answer.wouldSettle())));
  }
}
