package org.myocohort.care.trial.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/// The study object of ClinicalTrials.gov, version 2.
final class ClinicalTrialsGov {
  static final String KIND = "ctgov-json";

  private ClinicalTrialsGov() {}

  static boolean isStudy(JsonNode node) {
    return node.path("protocolSection").isObject();
  }

  /// Day on which a stored copy says that it was retrieved.
  static Optional<LocalDate> retrieved(JsonNode node) {
    String day = node.path("_provenance").path("retrieved").asString("");
    return day.matches("\\d{4}-\\d\\d-\\d\\d")
        ? Optional.of(LocalDate.parse(day))
        : Optional.empty();
  }

  static Trial trial(JsonNode node, String file, LocalDate snapshot, RecordChecks checks) {
    JsonFields own = new JsonFields(node, checks);
    JsonFields study = new JsonFields(node.path("protocolSection"), checks);
    String id = checks.nctId("nctId", study.text("identificationModule.nctId"));
    List<String> otherIds = new ArrayList<>(study.texts("identificationModule.nctIdAliases"));
    addIfAny(otherIds, study.text("identificationModule.orgStudyIdInfo.id"));
    study
        .objects("identificationModule.secondaryIdInfos")
        .forEach(other -> addIfAny(otherIds, other.text("id")));
    return new Trial(
        id,
        otherIds,
        new Title(
            study.text("identificationModule.briefTitle"),
            study.text("identificationModule.officialTitle"),
            study.text("identificationModule.acronym")),
        checks.status(
            "overallStatus",
            study.text("statusModule.overallStatus"),
            study.text("statusModule.lastKnownStatus"),
            study.text("statusModule.whyStopped")),
        new Dates(
            date(study, checks, "statusModule.startDateStruct.date"),
            date(study, checks, "statusModule.primaryCompletionDateStruct.date"),
            date(study, checks, "statusModule.completionDateStruct.date"),
            date(study, checks, "statusModule.lastUpdatePostDateStruct.date")),
        new Sponsor(
            study.text("sponsorCollaboratorsModule.leadSponsor.name"),
            study.text("sponsorCollaboratorsModule.leadSponsor.class")),
        design(study, checks),
        study.texts("conditionsModule.conditions"),
        study.texts("conditionsModule.keywords"),
        study.objects("armsInterventionsModule.interventions").stream()
            .map(each -> new Intervention(each.text("type"), each.text("name")))
            .toList(),
        study.text("descriptionModule.briefSummary"),
        study.text("descriptionModule.detailedDescription"),
        study.objects("outcomesModule.primaryOutcomes").stream()
            .map(each -> each.text("measure"))
            .toList(),
        new Eligibility(
            CriteriaText.unescaped(study.text("eligibilityModule.eligibilityCriteria")),
            checks.sex("sex", study.text("eligibilityModule.sex")),
            checks.age("minimumAge", study.text("eligibilityModule.minimumAge")),
            checks.age("maximumAge", study.text("eligibilityModule.maximumAge")),
            study.text("eligibilityModule.healthyVolunteers"),
            complete(own),
            own.text("_provenance.missing"),
            snapshot),
        sites(study),
        List.of(),
        new Provenance(KIND, file, checks.record(), snapshot));
  }

  private static void addIfAny(List<String> ids, String id) {
    if (!id.isEmpty()) {
      ids.add(id);
    }
  }

  private static String date(JsonFields study, RecordChecks checks, String path) {
    return checks.date(path, study.text(path));
  }

  private static Design design(JsonFields study, RecordChecks checks) {
    return new Design(
        study.text("designModule.studyType"),
        study.texts("designModule.phases"),
        study.text("designModule.designInfo.allocation"),
        study.text("designModule.designInfo.maskingInfo.masking"),
        study.text("designModule.designInfo.primaryPurpose"),
        checks.count("enrollmentInfo.count", study.text("designModule.enrollmentInfo.count")),
        study.text("designModule.enrollmentInfo.type"));
  }

  private static @Nullable Boolean complete(JsonFields own) {
    return switch (own.text("_provenance.criteriaComplete")) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static List<Site> sites(JsonFields study) {
    List<Site> sites = new ArrayList<>();
    for (JsonFields site : study.objects("contactsLocationsModule.locations")) {
      sites.add(
          new Site(
              site.text("facility"),
              site.text("city"),
              site.text("state"),
              site.text("country"),
              site.text("status"),
              site.checks().degrees("geoPoint.lat", site.text("geoPoint.lat"), 90),
              site.checks().degrees("geoPoint.lon", site.text("geoPoint.lon"), 180)));
    }
    return sites;
  }
}
