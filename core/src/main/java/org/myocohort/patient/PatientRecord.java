package org.myocohort.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything known of one patient over time.
///
/// @param person who
/// @param coverage what it means that a finding is not listed
/// @param visits in order of time, as far as the dates tell
/// @param measurements laboratory values, lung and heart function, vital signs
/// @param reportedResponse the response that a publication states, as printed
/// @param baseline the visit that the centre named as baseline, or null where the rule chooses it
public record PatientRecord(
    Person person,
    Coverage coverage,
    List<AntibodyResult> antibodies,
    List<Manifestation> manifestations,
    List<Visit> visits,
    List<Measurement> measurements,
    List<Treatment> treatments,
    List<AdverseEvent> adverseEvents,
    List<ClinicalEvent> events,
    List<Biomarker> biomarkers,
    Value<String> reportedResponse,
    @Nullable Visit baseline) {

  /// What it means that something is not listed.
  public enum Coverage {
    /// A registry record: not listed means not known.
    OPEN,
    /// A published table's list: not listed counts as absent, and that assumption is printed.
    CLOSED_LIST,
    /// A published report that does not give its list: nothing is known.
    NOT_REPORTED
  }

  public PatientRecord {
    antibodies = List.copyOf(antibodies);
    manifestations = List.copyOf(manifestations);
    visits = List.copyOf(visits);
    measurements = List.copyOf(measurements);
    treatments = List.copyOf(treatments);
    adverseEvents = List.copyOf(adverseEvents);
    events = List.copyOf(events);
    biomarkers = List.copyOf(biomarkers);
  }

  public String id() {
    return person.id();
  }

  /// The measurements of one code, in the order of the table.
  public List<Measurement> measurements(String code) {
    List<Measurement> found = new ArrayList<>();
    for (Measurement measurement : measurements) {
      if (measurement.code().equals(code)) {
        found.add(measurement);
      }
    }
    return found;
  }

  /// The first dose of a drug.
  ///
  /// @return empty where it was never given, or where the start of one of its courses is not known,
  ///   which may have been the first
  public Optional<Moment> firstDose(String drug) {
    Moment first = null;
    for (Treatment treatment : treatments) {
      if (!treatment.drug().equals(drug)) {
        continue;
      }
      if (!(treatment.start() instanceof Value.Known<Moment>(Moment start))) {
        return Optional.empty();
      }
      if (first == null || start.isBefore(first) == Truth.TRUE) {
        first = start;
      }
    }
    return Optional.ofNullable(first);
  }
}
