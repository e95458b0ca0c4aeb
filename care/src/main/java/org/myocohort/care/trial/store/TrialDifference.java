package org.myocohort.care.trial.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.Trial.Site;

/// One thing that changed between two snapshots of one kind.
///
/// What one of the two lacks is not compared: a snapshot without sites says nothing of a closed
/// site.
///
/// @param title of the trial
/// @param what changed
/// @param before as in the earlier snapshot, empty for a new trial
/// @param after as in the later one, empty for a trial that is gone
/// @param from day of the earlier snapshot
/// @param to day of the later one
public record TrialDifference(
    String kind,
    String id,
    String title,
    What what,
    String before,
    String after,
    LocalDate from,
    LocalDate to) {

  /// What can change.
  public enum What {
    /// The earlier snapshot does not hold the trial.
    ADDED("new"),
    /// The later snapshot does not hold it.
    GONE("gone"),
    STATUS("status"),
    COUNTRIES("countries"),
    SITES("sites"),
    CRITERIA("criteria");

    private final String code;

    What(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private static final int SHOWN = 200;

  /// What changed, kind by kind, in the order of the trials' numbers.
  ///
  /// @param from of the snapshots on or before this day the latest; null for the last but one
  /// @param to of the snapshots on or before this day the latest; null for the last
  public static List<TrialDifference> between(
      TrialFolder folder, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
    Map<String, List<SnapshotName>> byKind = new LinkedHashMap<>();
    for (SnapshotName snapshot : folder.snapshots()) {
      byKind.computeIfAbsent(snapshot.kind(), _ -> new ArrayList<>()).add(snapshot);
    }
    List<TrialDifference> differences = new ArrayList<>();
    try (TrialFolder.Reading reading = folder.read()) {
      for (List<SnapshotName> snapshots : byKind.values()) {
        SnapshotName later = upTo(snapshots, to);
        if (later == null) {
          continue;
        }
        List<SnapshotName> before =
            snapshots.stream().filter(each -> each.day().isBefore(later.day())).toList();
        SnapshotName earlier = upTo(before, from);
        if (earlier != null) {
          compare(reading, earlier, later, differences);
        }
      }
    }
    return differences;
  }

  private static @Nullable SnapshotName upTo(
      List<SnapshotName> snapshots, @Nullable LocalDate day) {
    SnapshotName latest = null;
    for (SnapshotName snapshot : snapshots) {
      if (day == null || !snapshot.day().isAfter(day)) {
        latest = snapshot;
      }
    }
    return latest;
  }

  private static void compare(
      TrialFolder.Reading reading,
      SnapshotName earlier,
      SnapshotName later,
      List<TrialDifference> differences)
      throws IOException {
    Set<String> before = reading.ids(earlier);
    Set<String> after = reading.ids(later);
    Set<String> all = new TreeSet<>(before);
    all.addAll(after);
    for (String id : all) {
      Trial old = before.contains(id) ? reading.find(earlier, id).orElseThrow() : null;
      Trial now = after.contains(id) ? reading.find(later, id).orElseThrow() : null;
      Trial known = now != null ? now : old;
      if (known != null) {
        Pair pair = new Pair(earlier, later, known, differences);
        if (old == null) {
          pair.add(What.ADDED, "", known.status().written());
        } else if (now == null) {
          pair.add(What.GONE, old.status().written(), "");
        } else {
          pair.compare(old, now);
        }
      }
    }
  }

  private record Pair(
      SnapshotName earlier, SnapshotName later, Trial known, List<TrialDifference> differences) {
    void add(What what, String before, String after) {
      differences.add(
          new TrialDifference(
              later.kind(),
              known.id(),
              known.title().shown(),
              what,
              before,
              after,
              earlier.day(),
              later.day()));
    }

    void compare(Trial old, Trial now) {
      if (!old.status().written().isEmpty()
          && !now.status().written().isEmpty()
          && !old.status().written().equals(now.status().written())) {
        add(What.STATUS, old.status().written(), now.status().written());
      }
      lists(What.COUNTRIES, old.everyCountry(), now.everyCountry());
      lists(
          What.SITES,
          old.sites().stream().map(Pair::shown).toList(),
          now.sites().stream().map(Pair::shown).toList());
      criteria(old.eligibility(), now.eligibility());
    }

    private static String shown(Site site) {
      List<String> parts = new ArrayList<>(List.of(site.facility(), site.city(), site.country()));
      parts.removeIf(String::isEmpty);
      return String.join(", ", parts) + (site.status().isEmpty() ? "" : ": " + site.status());
    }

    private void lists(What what, List<String> old, List<String> now) {
      if (old.isEmpty() || now.isEmpty()) {
        return;
      }
      Set<String> gone = new LinkedHashSet<>(old);
      now.forEach(gone::remove);
      Set<String> added = new LinkedHashSet<>(now);
      old.forEach(added::remove);
      if (!gone.isEmpty() || !added.isEmpty()) {
        add(what, String.join("; ", gone), String.join("; ", added));
      }
    }

    private void criteria(Trial.Eligibility old, Trial.Eligibility now) {
      if (!old.text().isEmpty() && !now.text().isEmpty() && !old.text().equals(now.text())) {
        int at = 0;
        while (at < Math.min(old.text().length(), now.text().length())
            && old.text().charAt(at) == now.text().charAt(at)) {
          at++;
        }
        add(What.CRITERIA, from(old.text(), at), from(now.text(), at));
      }
      ages(
          old.minimumAge() + " - " + old.maximumAge(), now.minimumAge() + " - " + now.maximumAge());
      if (!old.sex().isEmpty() && !now.sex().isEmpty() && !old.sex().equals(now.sex())) {
        add(What.CRITERIA, old.sex(), now.sex());
      }
    }

    private void ages(String old, String now) {
      if (!old.equals(now)) {
        add(What.CRITERIA, old, now);
      }
    }

    /// The line in which two texts begin to differ.
    private static String from(String text, int at) {
      int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
      String rest = text.substring(start).strip().replaceAll("\\s+", " ");
      return rest.length() > SHOWN ? rest.substring(0, SHOWN) + "..." : rest;
    }
  }
}
