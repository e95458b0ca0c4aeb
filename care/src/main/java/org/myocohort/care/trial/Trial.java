package org.myocohort.care.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;

/// A trial as a registry's record gives it.
///
/// A part that the record does not hold is missing: an empty text, an empty list, null. No part has
/// a default.
///
/// @param id the registry's number (`NCT05669014`, `2023-501234-56-00`); for a trial whose number
///   is not known a key that begins with `guide:`
/// @param otherIds numbers that sponsor or other registries gave
/// @param conditions as the registry words them
/// @param outcomes primary end points
/// @param countries as the record lists them, see [#everyCountry()]
public record Trial(
    String id,
    List<String> otherIds,
    Title title,
    Status status,
    Dates dates,
    Sponsor sponsor,
    Design design,
    List<String> conditions,
    List<String> keywords,
    List<Intervention> interventions,
    String summary,
    String description,
    List<String> outcomes,
    Eligibility eligibility,
    List<Site> sites,
    List<String> countries,
    Provenance provenance) {

  /// Prefix of the key of a trial whose number is not known.
  public static final String UNNUMBERED = "guide:";

  public Trial {
    otherIds = List.copyOf(otherIds);
    conditions = List.copyOf(conditions);
    keywords = List.copyOf(keywords);
    interventions = List.copyOf(interventions);
    outcomes = List.copyOf(outcomes);
    sites = List.copyOf(sites);
    countries = List.copyOf(countries);
  }

  /// The countries that the record lists, or those of its sites.
  public List<String> everyCountry() {
    return countries.isEmpty()
        ? sites.stream().map(Site::country).filter(each -> !each.isEmpty()).distinct().toList()
        : countries;
  }

  /// The names of a trial.
  public record Title(String brief, String official, String acronym) {
    /// The one to show: the acronym is no substitute for a title.
    public String shown() {
      return brief.isEmpty() ? official : brief;
    }
  }

  /// Whether it recruits.
  ///
  /// @param recruiting null where the record does not say, or in words of another registry
  /// @param written as the record words it
  /// @param lastKnown the status before the registry set it to unknown
  /// @param whyStopped the reason of a stop
  public record Status(
      @Nullable RecruitingStatus recruiting, String written, String lastKnown, String whyStopped) {}

  /// Dates as printed, a month (`2023-12`) or a day: a month is never made a day.
  public record Dates(
      String start, String primaryCompletion, String completion, String lastUpdate) {
    public static Optional<Moment> moment(String date) {
      return Moment.parse(date);
    }
  }

  /// Who runs the trial.
  public record Sponsor(String name, String kind) {}

  /// How the trial is built.
  ///
  /// @param phases `PHASE1`, `PHASE2`, `EARLY_PHASE1`, `NA`, ...
  /// @param enrolled how many people, null where missing
  /// @param enrolledKind `ACTUAL` or `ESTIMATED`
  public record Design(
      String studyType,
      List<String> phases,
      String allocation,
      String masking,
      String purpose,
      @Nullable Integer enrolled,
      String enrolledKind) {
    public Design {
      phases = List.copyOf(phases);
    }
  }

  /// What is tested.
  ///
  /// @param type `DRUG`, `BIOLOGICAL`, ...
  public record Intervention(String type, String name) {}

  /// Who may take part.
  ///
  /// @param text the free text, empty where the record has none
  /// @param sex `ALL`, `FEMALE`, `MALE`
  /// @param minimumAge such as `18 Years`
  /// @param maximumAge such as `75 Years`; empty also where there is no limit
  /// @param complete false where the text is known to be cut short, null where nobody says
  /// @param missing what is known to be missing
  /// @param snapshot day of the record that the text comes from
  public record Eligibility(
      String text,
      String sex,
      String minimumAge,
      String maximumAge,
      String healthyVolunteers,
      @Nullable Boolean complete,
      String missing,
      LocalDate snapshot) {
    boolean isMissing() {
      return text.isEmpty() && sex.isEmpty() && minimumAge.isEmpty() && maximumAge.isEmpty();
    }
  }

  /// A place of the trial.
  ///
  /// @param status of this site alone: a site can be closed in an open trial
  /// @param latitude null where missing
  /// @param longitude null where missing
  public record Site(
      String facility,
      String city,
      String state,
      String country,
      String status,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /// Where a record comes from.
  ///
  /// @param kind of file: `ctgov-json`, `ctgov-csv`, `ctgov-xml`, `ctis`, `criteria`, `guide`
  /// @param file its name
  /// @param record number in the file, from 1
  /// @param snapshot the day of which the record speaks
  public record Provenance(String kind, String file, int record, LocalDate snapshot) {}

  /// This record with the parts that it lacks taken from another of the same trial, such as sites
  /// or criteria that stand in a file of their own.
  public Trial filledFrom(Trial other) {
    return new Trial(
        id,
        either(otherIds, other.otherIds),
        new Title(
            either(title.brief, other.title.brief),
            either(title.official, other.title.official),
            either(title.acronym, other.title.acronym)),
        status.written.isEmpty() && status.recruiting == null ? other.status : status,
        new Dates(
            either(dates.start, other.dates.start),
            either(dates.primaryCompletion, other.dates.primaryCompletion),
            either(dates.completion, other.dates.completion),
            either(dates.lastUpdate, other.dates.lastUpdate)),
        new Sponsor(
            either(sponsor.name, other.sponsor.name), either(sponsor.kind, other.sponsor.kind)),
        new Design(
            either(design.studyType, other.design.studyType),
            either(design.phases, other.design.phases),
            either(design.allocation, other.design.allocation),
            either(design.masking, other.design.masking),
            either(design.purpose, other.design.purpose),
            design.enrolled == null ? other.design.enrolled : design.enrolled,
            either(design.enrolledKind, other.design.enrolledKind)),
        either(conditions, other.conditions),
        either(keywords, other.keywords),
        either(interventions, other.interventions),
        either(summary, other.summary),
        either(description, other.description),
        either(outcomes, other.outcomes),
        filled(eligibility, other.eligibility),
        either(sites, other.sites),
        either(countries, other.countries),
        provenance);
  }

  private static Eligibility filled(Eligibility own, Eligibility other) {
    if (own.isMissing()) {
      return other;
    }
    return own.text.isEmpty() && !other.text.isEmpty()
        ? new Eligibility(
            other.text,
            either(own.sex, other.sex),
            either(own.minimumAge, other.minimumAge),
            either(own.maximumAge, other.maximumAge),
            either(own.healthyVolunteers, other.healthyVolunteers),
            other.complete,
            other.missing,
            other.snapshot)
        : own;
  }

  private static String either(String own, String other) {
    return own.isEmpty() ? other : own;
  }

  private static <T> List<T> either(List<T> own, List<T> other) {
    return own.isEmpty() ? other : own;
  }
}
