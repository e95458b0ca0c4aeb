package org.myocohort.care.trial;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial.Dates;
import org.myocohort.care.trial.Trial.Design;
import org.myocohort.care.trial.Trial.Eligibility;
import org.myocohort.care.trial.Trial.Intervention;
import org.myocohort.care.trial.Trial.Provenance;
import org.myocohort.care.trial.Trial.Site;
import org.myocohort.care.trial.Trial.Sponsor;
import org.myocohort.care.trial.Trial.Status;
import org.myocohort.care.trial.Trial.Title;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A trial as one line of JSON, this program's own form; parts that are missing are left out.
public final class TrialJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private TrialJson() {}

  /// The trial's line; two trials with equal parts have equal lines.
  public static String line(Trial trial) {
    StringWriter line = new StringWriter(2048);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      text(json, "id", trial.id());
      texts(json, "otherIds", trial.otherIds());
      text(json, "title", trial.title().brief());
      text(json, "officialTitle", trial.title().official());
      text(json, "acronym", trial.title().acronym());
      RecruitingStatus recruiting = trial.status().recruiting();
      text(json, "status", recruiting == null ? "" : recruiting.name());
      text(json, "statusWritten", trial.status().written());
      text(json, "lastKnownStatus", trial.status().lastKnown());
      text(json, "whyStopped", trial.status().whyStopped());
      text(json, "start", trial.dates().start());
      text(json, "primaryCompletion", trial.dates().primaryCompletion());
      text(json, "completion", trial.dates().completion());
      text(json, "lastUpdate", trial.dates().lastUpdate());
      text(json, "sponsor", trial.sponsor().name());
      text(json, "sponsorKind", trial.sponsor().kind());
      design(json, trial.design());
      texts(json, "conditions", trial.conditions());
      texts(json, "keywords", trial.keywords());
      interventions(json, trial.interventions());
      text(json, "summary", trial.summary());
      text(json, "description", trial.description());
      texts(json, "outcomes", trial.outcomes());
      eligibility(json, trial.eligibility());
      sites(json, trial.sites());
      texts(json, "countries", trial.countries());
      json.writeName("from");
      json.writeStartObject();
      text(json, "kind", trial.provenance().kind());
      text(json, "file", trial.provenance().file());
      json.writeNumberProperty("record", trial.provenance().record());
      text(json, "snapshot", trial.provenance().snapshot().toString());
      json.writeEndObject();
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void design(JsonGenerator json, Design design) {
    text(json, "studyType", design.studyType());
    texts(json, "phases", design.phases());
    text(json, "allocation", design.allocation());
    text(json, "masking", design.masking());
    text(json, "purpose", design.purpose());
    if (design.enrolled() != null) {
      json.writeNumberProperty("enrolled", design.enrolled());
    }
    text(json, "enrolledKind", design.enrolledKind());
  }

  private static void interventions(JsonGenerator json, List<Intervention> interventions) {
    if (!interventions.isEmpty()) {
      json.writeName("interventions");
      json.writeStartArray();
      for (Intervention intervention : interventions) {
        json.writeStartObject();
        text(json, "type", intervention.type());
        text(json, "name", intervention.name());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void eligibility(JsonGenerator json, Eligibility eligibility) {
    json.writeName("eligibility");
    json.writeStartObject();
    text(json, "text", eligibility.text());
    text(json, "sex", eligibility.sex());
    text(json, "minimumAge", eligibility.minimumAge());
    text(json, "maximumAge", eligibility.maximumAge());
    text(json, "healthyVolunteers", eligibility.healthyVolunteers());
    if (eligibility.complete() != null) {
      json.writeBooleanProperty("complete", eligibility.complete());
    }
    text(json, "missing", eligibility.missing());
    text(json, "snapshot", eligibility.snapshot().toString());
    json.writeEndObject();
  }

  private static void sites(JsonGenerator json, List<Site> sites) {
    if (!sites.isEmpty()) {
      json.writeName("sites");
      json.writeStartArray();
      for (Site site : sites) {
        json.writeStartObject();
        text(json, "facility", site.facility());
        text(json, "city", site.city());
        text(json, "state", site.state());
        text(json, "country", site.country());
        text(json, "status", site.status());
        if (site.latitude() != null && site.longitude() != null) {
          json.writeNumberProperty("latitude", site.latitude());
          json.writeNumberProperty("longitude", site.longitude());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void text(JsonGenerator json, String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.writeName(name);
      json.writeStartArray();
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  /// Reads a line that [#line] wrote.
  public static Trial read(String line) {
    JsonNode json = JsonMapper.shared().readTree(line);
    JsonNode from = json.path("from");
    return new Trial(
        text(json, "id"),
        texts(json, "otherIds"),
        new Title(text(json, "title"), text(json, "officialTitle"), text(json, "acronym")),
        new Status(
            RecruitingStatus.find(text(json, "status")).orElse(null),
            text(json, "statusWritten"),
            text(json, "lastKnownStatus"),
            text(json, "whyStopped")),
        new Dates(
            text(json, "start"),
            text(json, "primaryCompletion"),
            text(json, "completion"),
            text(json, "lastUpdate")),
        new Sponsor(text(json, "sponsor"), text(json, "sponsorKind")),
        new Design(
            text(json, "studyType"),
            texts(json, "phases"),
            text(json, "allocation"),
            text(json, "masking"),
            text(json, "purpose"),
            json.has("enrolled") ? json.path("enrolled").asInt() : null,
            text(json, "enrolledKind")),
        texts(json, "conditions"),
        texts(json, "keywords"),
        interventions(json.path("interventions")),
        text(json, "summary"),
        text(json, "description"),
        texts(json, "outcomes"),
        eligibility(json.path("eligibility")),
        sites(json.path("sites")),
        texts(json, "countries"),
        new Provenance(
            text(from, "kind"),
            text(from, "file"),
            from.path("record").asInt(0),
            LocalDate.parse(text(from, "snapshot"))));
  }

  private static List<Intervention> interventions(JsonNode array) {
    List<Intervention> interventions = new ArrayList<>();
    for (JsonNode item : array) {
      interventions.add(new Intervention(text(item, "type"), text(item, "name")));
    }
    return interventions;
  }

  private static Eligibility eligibility(JsonNode json) {
    return new Eligibility(
        text(json, "text"),
        text(json, "sex"),
        text(json, "minimumAge"),
        text(json, "maximumAge"),
        text(json, "healthyVolunteers"),
        json.has("complete") ? json.path("complete").asBoolean() : null,
        text(json, "missing"),
        LocalDate.parse(text(json, "snapshot")));
  }

  private static List<Site> sites(JsonNode array) {
    List<Site> sites = new ArrayList<>();
    for (JsonNode item : array) {
      sites.add(
          new Site(
              text(item, "facility"),
              text(item, "city"),
              text(item, "state"),
              text(item, "country"),
              text(item, "status"),
              number(item, "latitude"),
              number(item, "longitude")));
    }
    return sites;
  }

  private static @Nullable Double number(JsonNode json, String name) {
    return json.has(name) ? json.path(name).asDouble() : null;
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static List<String> texts(JsonNode json, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : json.path(name)) {
      texts.add(item.asString(""));
    }
    return texts;
  }
}
