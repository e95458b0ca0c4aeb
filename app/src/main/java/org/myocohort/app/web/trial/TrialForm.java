package org.myocohort.app.web.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.Typed;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.search.TrialQuery;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// What the form of the search asks for, as typed.
public record TrialForm(
    String text,
    String phase,
    String status,
    String country,
    String condition,
    String near,
    String within,
    String page) {
  static final int PAGE_SIZE = 25;
  static final List<String> PHASES =
      List.of("EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4", "NA");
  private static final int LONGEST = 200;
  private static final double WIDEST = 20_000;
  private static final double USUAL = 100;
  private static final int MOST_PAGES = 10_000;
  private static final Pattern DEGREES =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  public TrialForm(
      @Nullable String text,
      @Nullable String phase,
      @Nullable String status,
      @Nullable String country,
      @Nullable String condition,
      @Nullable String near,
      @Nullable String within,
      @Nullable String page) {
    this.text = typed(text);
    this.phase = PHASES.contains(typed(phase)) ? typed(phase) : "";
    this.status = RecruitingStatus.find(typed(status)).map(Enum::name).orElse("");
    this.country = typed(country);
    this.condition = typed(condition);
    this.near = typed(near);
    this.within = typed(within);
    this.page = typed(page);
  }

  private static String typed(@Nullable String text) {
    String stripped = Typed.text(text);
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }

  /// Whether more than words are asked for.
  public boolean isNarrowed() {
    return !(phase + status + country + condition + near).isEmpty();
  }

  /// Kilometres, the usual ones where nothing that can be read was typed.
  public double kilometres() {
    try {
      double typed = Double.parseDouble(within.replace(',', '.'));
      return typed > 0 && typed <= WIDEST ? typed : USUAL;
    } catch (NumberFormatException _) {
      return USUAL;
    }
  }

  /// The page asked for, from 1.
  public int number() {
    return page.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
  }

  /// Whether the place is typed in degrees.
  boolean isDegrees() {
    return DEGREES.matcher(near).matches();
  }

  /// The place that was typed: degrees, or a city that has a site.
  Optional<TrialQuery.Place> place(Map<String, TrialQuery.Place> cities) {
    Matcher degrees = DEGREES.matcher(near);
    if (degrees.matches()) {
      double latitude = Double.parseDouble(degrees.group(1));
      double longitude = Double.parseDouble(degrees.group(2));
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
          ? Optional.of(new TrialQuery.Place(latitude, longitude))
          : Optional.empty();
    }
    String city = near.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, TrialQuery.Place> each : cities.entrySet()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      if (name.equals(city) || name.startsWith(city + ",")) {
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  /// The query for the first pages.
  TrialQuery query(TrialQuery.@Nullable Place place, int pages) {
    return new TrialQuery(
        text,
        phase.isEmpty() ? List.of() : List.of(phase),
        RecruitingStatus.find(status).stream().toList(),
        country.isEmpty() ? List.of() : List.of(country),
        condition.isEmpty() ? List.of() : List.of(condition),
        place,
        kilometres(),
        pages * PAGE_SIZE);
  }

  /// The address of the search, of one of its pages.
  String address(int number) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/trials");
    add(address, "text", text);
    add(address, "phase", phase);
    add(address, "status", status);
    add(address, "country", country);
    add(address, "condition", condition);
    add(address, "near", near);
    add(address, "within", near.isEmpty() ? "" : within);
    if (number > 1) {
      add(address, "page", Integer.toString(number));
    }
    return address.build(true).toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(
          name, UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8).replace("+", "%2B"));
    }
  }
}
