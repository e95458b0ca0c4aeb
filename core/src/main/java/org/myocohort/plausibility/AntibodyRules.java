package org.myocohort.plausibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Antibodies that hardly go together, and weak ones that nothing supports (instruments.md section
/// 4).
final class AntibodyRules {
  private static final String ANTI_SYNTHETASE = "anti-synthetase";
  private static final Set<String> DISEASE_SPECIFIC = Set.of(ANTI_SYNTHETASE, "myositis-specific");
  private static final String LINE_BLOT = "line blot";

  /// What a weak antibody may be believed with: this project's list.
  private static final Set<String> COMPATIBLE =
      Set.of(
          "arthritis",
          "inflammatory-arthralgia",
          "ILD",
          "myocarditis",
          "myositis",
          "muscle-weakness",
          "fever",
          "raynaud",
          "mechanics-hands",
          "rash");

  private AntibodyRules() {}

  static List<Finding> check(PatientRecord patient) {
    List<Finding> findings = new ArrayList<>();
    twoAntiSynthetase(patient, findings);
    unconfirmed(patient, findings);
    return findings;
  }

  private static void twoAntiSynthetase(PatientRecord patient, List<Finding> findings) {
    Map<String, AntibodyResult> first = new LinkedHashMap<>();
    for (AntibodyResult result : patient.antibodies()) {
      if (group(result).equals(ANTI_SYNTHETASE) && result.result().truth() == Truth.TRUE) {
        first.putIfAbsent(result.antibody(), result);
      }
    }
    if (first.size() < 2) {
      return;
    }
    AntibodyResult second = List.copyOf(first.values()).get(1);
    findings.add(
        Finding.of(
            second.row(),
            second.column(),
            PlausibilityRule.TWO_ANTI_SYNTHETASE,
            String.join(", ", first.keySet()),
            String.join(
                ", ",
                first.values().stream().map(result -> result.row().id()).distinct().toList())));
  }

  private static void unconfirmed(PatientRecord patient, List<Finding> findings) {
    if (patient.coverage() == Coverage.NOT_REPORTED || hasCompatible(patient)) {
      return;
    }
    for (AntibodyResult result : patient.antibodies()) {
      if (result.result() == AntibodyResult.Result.WEAK_POSITIVE
          && result.method() instanceof Value.Known<String>(String method)
          && method.equals(LINE_BLOT)
          && DISEASE_SPECIFIC.contains(group(result))
          && !isConfirmed(result, patient)) {
        findings.add(
            Finding.of(
                result.row(), result.column(), PlausibilityRule.UNCONFIRMED, result.antibody()));
      }
    }
  }

  private static boolean isConfirmed(AntibodyResult weak, PatientRecord patient) {
    return patient.antibodies().stream()
        .anyMatch(result ->
            result.antibody().equals(weak.antibody())
                && result.result() == AntibodyResult.Result.POSITIVE);
  }

  private static boolean hasCompatible(PatientRecord patient) {
    for (Manifestation manifestation : patient.manifestations()) {
      if (manifestation.present() == Truth.TRUE
          && Implied.by(manifestation.finding()).stream().anyMatch(COMPATIBLE::contains)) {
        return true;
      }
    }
    return false;
  }

  private static String group(AntibodyResult result) {
    return Vocabulary.antibodies()
        .find(result.antibody())
        .map(term -> term.cell("group"))
        .orElse("");
  }
}
