package org.myocohort.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Whether a patient ever had a finding, in three values.
///
/// A finding listed as present holds, and so does what it counts as (myopericarditis as
/// myocarditis). One recorded as absent does not hold, nor does anything more special. What is not
/// listed is unknown in a registry record; in a published table's closed list it counts as absent
/// with that assumption noted, unless something listed leaves it open (a rash may be a heliotrope
/// rash), unless the list itself says that it is not reported, and unless only an investigation
/// could tell.
final class Findings {
  private static final Set<String> INVESTIGATED = Set.of("biopsy", "emg", "imaging", "screening");

  private final Coverage coverage;
  private final Map<String, List<Manifestation>> present = new LinkedHashMap<>();
  private final Map<String, List<Manifestation>> absent = new LinkedHashMap<>();
  private final Set<String> leftOpen = new LinkedHashSet<>();
  // What would hold if a finding that is not reported did; nothing else that counts as it is open.
  private final Set<String> openByDetail = new LinkedHashSet<>();

  Findings(PatientRecord patient) {
    coverage = patient.coverage();
    for (Manifestation manifestation : patient.manifestations()) {
      if (manifestation.present() == Truth.TRUE) {
        for (String code : withGeneral(manifestation.finding())) {
          present.computeIfAbsent(code, _ -> new ArrayList<>()).add(manifestation);
          leftOpen.addAll(Vocabulary.findings().term(code).list("leaves_open"));
        }
      } else if (manifestation.present() == Truth.FALSE) {
        absent.computeIfAbsent(manifestation.finding(), _ -> new ArrayList<>()).add(manifestation);
      } else {
        leftOpen.add(manifestation.finding());
        openByDetail.addAll(withGeneral(manifestation.finding()));
      }
    }
  }

  Fact fact(String finding) {
    List<Manifestation> seen = present.get(finding);
    if (seen != null) {
      List<Note> notes = new ArrayList<>();
      for (Manifestation manifestation : seen) {
        if (!manifestation.finding().equals(finding)) {
          notes.add(Note.of("counts-as", manifestation.finding(), finding));
        }
      }
      return new Fact(Truth.TRUE, seen.stream().map(Findings::input).toList(), notes);
    }
    for (String general : withGeneral(finding)) {
      List<Manifestation> not = absent.get(general);
      // Absent at one time and present at another says nothing of its details.
      if (not != null && !present.containsKey(general)) {
        return new Fact(Truth.FALSE, not.stream().map(Findings::input).toList(), List.of());
      }
    }
    if (coverage == Coverage.CLOSED_LIST && !isLeftOpen(finding)) {
      return new Fact(Truth.FALSE, List.of(), List.of(Note.of("closed-list")));
    }
    return Fact.UNKNOWN;
  }

  /// Whether a muscle biopsy was done: said so, or implied by what one showed or did not show.
  Fact biopsy() {
    Fact said = fact("biopsy-done");
    if (said.truth() == Truth.TRUE) {
      return said;
    }
    List<Input> read =
        Stream.concat(present.entrySet().stream(), absent.entrySet().stream())
            .filter(entry -> !entry.getKey().equals("biopsy-done"))
            .filter(
                entry -> Vocabulary.findings().term(entry.getKey()).cell("organ").equals("biopsy"))
            .flatMap(entry -> entry.getValue().stream())
            .map(Findings::input)
            .toList();
    return read.isEmpty()
        ? new Fact(Truth.FALSE, said.inputs(), List.of(Note.of("no-biopsy-recorded")))
        : new Fact(Truth.TRUE, read, List.of());
  }

  private boolean isLeftOpen(String finding) {
    if (INVESTIGATED.contains(Vocabulary.findings().term(finding).cell("organ"))) {
      return true;
    }
    if (openByDetail.contains(finding)) {
      return true;
    }
    for (String general : withGeneral(finding)) {
      if (present.containsKey(general) || leftOpen.contains(general)) {
        return true;
      }
    }
    return false;
  }

  /// The finding itself and all that it counts as.
  private static Set<String> withGeneral(String finding) {
    Set<String> codes = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(finding));
    while (!open.isEmpty()) {
      String code = open.removeFirst();
      if (codes.add(code)) {
        open.addAll(Vocabulary.findings().term(code).list("counts_as"));
      }
    }
    return codes;
  }

  private static Input input(Manifestation manifestation) {
    return new Input(
        manifestation.row(), manifestation.column(), Value.of(manifestation.finding()), "");
  }
}
