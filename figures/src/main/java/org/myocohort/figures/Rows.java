package org.myocohort.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Packs spans into as few rows as a first fit finds, so that no two of a row overlap; the spans of
/// one track stay together where they do not overlap each other.
public final class Rows {
  private Rows() {}

  /// What a bar or event takes of a row, its text included.
  ///
  /// @param track spans of one track may touch
  /// @param left the left end
  /// @param right the right end
  public record Span(String track, double left, double right) {
    boolean overlaps(Span other, double gap) {
      double distance = track.equals(other.track) ? -0.01 : gap;
      return left < other.right + distance && other.left < right + distance;
    }
  }

  /// The row of each span, from 0, in the order of the spans.
  public static int[] pack(List<Span> spans, double gap) {
    Map<String, List<Integer>> tracks = new LinkedHashMap<>();
    for (int index = 0; index < spans.size(); index++) {
      tracks.computeIfAbsent(spans.get(index).track(), track -> new ArrayList<>()).add(index);
    }
    int[] rows = new int[spans.size()];
    List<List<Span>> taken = new ArrayList<>();
    for (List<Integer> track : tracks.values()) {
      for (List<Integer> chain : chains(track, spans, gap)) {
        List<Span> members = chain.stream().map(spans::get).toList();
        int row = firstFree(taken, members, gap);
        taken.get(row).addAll(members);
        chain.forEach(index -> rows[index] = row);
      }
    }
    return rows;
  }

  private static List<List<Integer>> chains(List<Integer> track, List<Span> spans, double gap) {
    List<List<Integer>> chains = new ArrayList<>();
    for (int index : track) {
      List<Integer> home = null;
      for (List<Integer> chain : chains) {
        if (chain.stream().noneMatch(each -> spans.get(each).overlaps(spans.get(index), gap))) {
          home = chain;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        chains.add(home);
      }
      home.add(index);
    }
    return chains;
  }

  private static int firstFree(List<List<Span>> taken, List<Span> members, double gap) {
    for (int row = 0; row < taken.size(); row++) {
      List<Span> others = taken.get(row);
      if (members.stream().noneMatch(one -> others.stream().anyMatch(o -> o.overlaps(one, gap)))) {
        return row;
      }
    }
    taken.add(new ArrayList<>());
    return taken.size() - 1;
  }
}
