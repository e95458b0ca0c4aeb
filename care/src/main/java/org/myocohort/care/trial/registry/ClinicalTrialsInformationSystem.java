package org.myocohort.care.trial.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.Trial.Dates;
import org.myocohort.care.trial.Trial.Design;
import org.myocohort.care.trial.Trial.Eligibility;
import org.myocohort.care.trial.Trial.Intervention;
import org.myocohort.care.trial.Trial.Provenance;
import org.myocohort.care.trial.Trial.Site;
import org.myocohort.care.trial.Trial.Sponsor;
import org.myocohort.care.trial.Trial.Title;
import tools.jackson.databind.JsonNode;

/// The European Union's Clinical Trials Information System: an entry of a search's answer, or a
/// trial's details.
///
/// - **Field names:** from memory and from third-party clients; no real record was at hand. So a
///   field may be missing or have another shape: only the number is demanded, what is not
///   understood stays missing.
/// - **Status:** kept as written; its words are those of another registry and are not translated
///   but for the plainest ones.
final class ClinicalTrialsInformationSystem {
  static final String KIND = "ctis";

  private static final Pattern PHASE = Pattern.compile("Phase (IV|III|II|I)\\b");

  private ClinicalTrialsInformationSystem() {}

  static boolean isTrial(JsonNode node) {
    return node.has("ctNumber");
  }

  static Trial trial(JsonNode node, String file, LocalDate snapshot, RecordChecks checks) {
    String id = checks.ctisNumber("ctNumber", lenient(node, "ctNumber"));
    JsonNode part1 = node.path("authorizedApplication").path("authorizedPartI");
    JsonNode details = part1.path("trialDetails");
    JsonNode information = details.path("trialInformation");
    JsonNode criteria = information.path("eligibilityCriteria");
    List<String> conditions = new ArrayList<>(list(node.path("conditions"), "name"));
    if (conditions.isEmpty()) {
      conditions.addAll(
          list(
              information.path("medicalCondition").path("partIMedicalConditions"),
              "medicalCondition"));
    }
    String brief = lenient(node, "ctTitle");
    return new Trial(
        id,
        List.of(),
        new Title(
            brief.isEmpty()
                ? lenient(details.path("clinicalTrialIdentifiers"), "publicTitle")
                : brief,
            lenient(details.path("clinicalTrialIdentifiers"), "fullTitle"),
            lenient(node, "shortTitle")),
        status(lenient(node, "ctStatus")),
        new Dates("", "", "", ""),
        new Sponsor(lenient(node, "sponsor"), ""),
        new Design("", phases(lenient(node, "trialPhase")), "", "", "", null, ""),
        conditions,
        List.of(),
        list(node.path("product"), "productName").stream()
            .map(name -> new Intervention("DRUG", name))
            .toList(),
        "",
        "",
        List.of(),
        new Eligibility(criteriaText(criteria), "", "", "", "", null, "", snapshot),
        sites(node),
        countries(node),
        new Provenance(KIND, file, checks.record(), snapshot));
  }

  /// The two lists of criteria, each under its heading, as one text.
  private static String criteriaText(JsonNode criteria) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        "Inclusion Criteria:",
        list(criteria.path("principalInclusionCriteria"), "principalInclusionCriteria"));
    append(
        text,
        "Exclusion Criteria:",
        list(criteria.path("principalExclusionCriteria"), "principalExclusionCriteria"));
    return text.toString().strip();
  }

  private static void append(StringBuilder text, String heading, List<String> criteria) {
    if (!criteria.isEmpty()) {
      text.append(heading).append("\n\n");
      criteria.forEach(
          criterion -> text.append("* ").append(criterion.replaceAll("\\s+", " ")).append('\n'));
      text.append('\n');
    }
  }

  private static Trial.Status status(String written) {
    RecruitingStatus status =
        switch (written) {
          case "Ongoing, recruiting" -> RecruitingStatus.RECRUITING;
          case "Authorised, recruitment pending", "Authorised, not started" ->
              RecruitingStatus.NOT_YET_RECRUITING;
          case "Ongoing, recruitment ended" -> RecruitingStatus.ACTIVE_NOT_RECRUITING;
          case "Ended" -> RecruitingStatus.COMPLETED;
          default -> null;
        };
    return new Trial.Status(status, written, "", "");
  }

  private static List<String> phases(String text) {
    List<String> phases = new ArrayList<>();
    Matcher phase = PHASE.matcher(text);
    while (phase.find()) {
      phases.add(
          switch (phase.group(1)) {
            case "I" -> "PHASE1";
            case "II" -> "PHASE2";
            case "III" -> "PHASE3";
            default -> "PHASE4";
          });
    }
    return phases;
  }

  private static List<String> countries(JsonNode node) {
    List<String> countries = new ArrayList<>();
    for (String country : list(node.path("trialCountries"), "countryName")) {
      // The overview writes `Italy:5`, the number being a code.
      countries.add(country.replaceAll(":\\d+$", ""));
    }
    return countries;
  }

  private static List<Site> sites(JsonNode node) {
    List<Site> sites = new ArrayList<>();
    for (JsonNode part2 : node.path("authorizedApplication").path("authorizedPartsII")) {
      String country = lenient(part2.path("mscInfo"), "countryName");
      for (JsonNode site : part2.path("trialSites")) {
        JsonNode organisation = site.path("organisationAddressInfo");
        sites.add(
            new Site(
                lenient(organisation.path("organisation"), "name"),
                lenient(organisation.path("address"), "city"),
                "",
                country,
                "",
                null,
                null));
      }
    }
    return sites;
  }

  /// Texts of a list, of a list of objects, or one text whose entries commas separate.
  private static List<String> list(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    if (node.isString()) {
      for (String each : node.asString("").split(",", -1)) {
        texts.add(each.strip());
      }
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        texts.add(item.isObject() ? lenient(item, name) : item.asString("").strip());
      }
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }

  private static String lenient(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isContainer() ? "" : value.asString("").strip();
  }
}
