package org.myocohort.treatment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// A drug that an assay measures as if it were the body's own: while it is taken, a rise of the
/// marker is exposure, not response.
///
/// @param drug code in the drugs vocabulary
/// @param markers names of the marker, compared without regard to case, spaces and hyphens
/// @param source where that is said
/// @param place where in the source
public record MeasuredDrug(String drug, List<String> markers, String source, String place) {
  /// The only place where such drugs are entered.
  private static final List<MeasuredDrug> ALL =
      List.of(
          new MeasuredDrug(
              "anakinra",
              List.of(
                  "IL-1Ra",
                  "IL1RN",
                  "IL-1 receptor antagonist",
                  "interleukin-1 receptor antagonist"),
              "Congress abstract on biomarkers of the response to anakinra in refractory myositis",
              "Results: IL-1Ra is raised at 6 months in those still on anakinra, and said to be so"
                  + " for that reason"));

  public MeasuredDrug {
    markers = List.copyOf(markers);
  }

  public static List<MeasuredDrug> all() {
    return ALL;
  }

  /// The drug that an assay of a marker measures too.
  public static Optional<MeasuredDrug> of(String marker) {
    return ALL.stream()
        .filter(each -> each.markers().stream().anyMatch(name -> key(name).equals(key(marker))))
        .findFirst();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Whether a value was measured while its patient was taking the drug that the assay measures
  /// too. False for every other marker; unknown where the sample's or a course's day does not tell,
  /// or nothing is recorded of any treatment.
  public static Truth taken(Biomarker biomarker, List<Treatment> treatments) {
    Optional<MeasuredDrug> drug = of(biomarker.marker());
    if (drug.isEmpty()) {
      return Truth.FALSE;
    }
    if (treatments.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Truth taken = Truth.FALSE;
    for (Treatment course : treatments) {
      if (course.drug().equals(drug.get().drug()) && !isNone(course)) {
        taken =
            taken.or(
                biomarker.date() instanceof Value.Known<Moment>(Moment day)
                    ? TreatmentHistory.runningOn(course, day)
                    : Truth.UNKNOWN);
      }
    }
    return taken;
  }

  /// A course of dose 0 says that the drug is not taken.
  private static boolean isNone(Treatment course) {
    return course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
  }
}
