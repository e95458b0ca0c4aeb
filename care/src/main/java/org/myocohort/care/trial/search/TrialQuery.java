package org.myocohort.care.trial.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.RecruitingStatus;

/// What is searched for; what is empty or null is not asked.
///
/// @param words in the query language of Lucene: `abatacept -tacrolimus "lung disease"`
/// @param phases `PHASE2`, ...; any of them
/// @param statuses any of them
/// @param countries any of them
/// @param conditions words of a condition; all of them
/// @param near a place, or null
/// @param withinKilometres of it a site must lie
/// @param most trials at most
public record TrialQuery(
    String words,
    List<String> phases,
    List<RecruitingStatus> statuses,
    List<String> countries,
    List<String> conditions,
    @Nullable Place near,
    double withinKilometres,
    int most) {

  /// A place on the earth.
  ///
  /// @param latitude degrees, north positive
  /// @param longitude degrees, east positive
  public record Place(double latitude, double longitude) {
    private static final double RADIUS_KILOMETRES = 6371.0088;

    /// Kilometres along a great circle.
    public double kilometresTo(Place other) {
      double a = Math.toRadians(latitude);
      double b = Math.toRadians(other.latitude);
      double half = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
      double high = Math.sin((b - a) / 2);
      double chord = high * high + Math.cos(a) * Math.cos(b) * half * half;
      return 2 * RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
  }

  public TrialQuery {
    phases = List.copyOf(phases);
    statuses = List.copyOf(statuses);
    countries = List.copyOf(countries);
    conditions = List.copyOf(conditions);
  }
}
