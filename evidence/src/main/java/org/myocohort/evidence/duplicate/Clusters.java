package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sets of records that grow together, the smaller one moved into the larger one, and the pairs
/// that a person keeps apart.
final class Clusters {
  /// Members of each of two clusters that are compared before they are joined.
  private static final int SAMPLED = 12;

  private final int[] clusterOf;
  private final List<List<Integer>> members = new ArrayList<>();
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();
  private final BitSet joinedByPerson = new BitSet();

  Clusters(int records) {
    clusterOf = new int[records];
    for (int record = 0; record < records; record++) {
      clusterOf[record] = record;
      members.add(new ArrayList<>(List.of(record)));
    }
  }

  boolean together(int first, int second) {
    return clusterOf[first] == clusterOf[second];
  }

  /// Whether a person keeps these two apart.
  boolean apart(int first, int second) {
    return apart.getOrDefault(first, Set.of()).contains(second);
  }

  /// Whether a person keeps a member of the one's cluster apart from one of the other's.
  boolean keptApart(int first, int second) {
    if (apart.isEmpty()) {
      return false;
    }
    int other = clusterOf[second];
    for (int member : members.get(clusterOf[first])) {
      for (int kept : apart.getOrDefault(member, Set.of())) {
        if (clusterOf[kept] == other) {
          return true;
        }
      }
    }
    return false;
  }

  void keepApart(int first, int second) {
    apart.computeIfAbsent(first, none -> new HashSet<>()).add(second);
    apart.computeIfAbsent(second, none -> new HashSet<>()).add(first);
  }

  /// Joins what a person says is one work; what speaks against it elsewhere no longer counts.
  void joinByPerson(int first, int second) {
    joinedByPerson.set(first);
    joinedByPerson.set(second);
    join(first, second);
  }

  boolean joinedByPerson(int record) {
    return joinedByPerson.get(record);
  }

  void join(int first, int second) {
    int one = clusterOf[first];
    int other = clusterOf[second];
    if (one == other) {
      return;
    }
    int from = members.get(one).size() < members.get(other).size() ? one : other;
    int into = from == one ? other : one;
    for (int member : members.get(from)) {
      clusterOf[member] = into;
    }
    members.get(into).addAll(members.get(from));
    members.set(from, List.of());
  }

  /// The record, and of its cluster a few members more: all of an ordinary one.
  List<Integer> sample(int record) {
    List<Integer> all = members.get(clusterOf[record]);
    if (all.size() <= SAMPLED) {
      return all;
    }
    List<Integer> sample = new ArrayList<>();
    sample.add(record);
    for (int at = 0; at < SAMPLED; at++) {
      sample.add(all.get(at * (all.size() - 1) / (SAMPLED - 1)));
    }
    return sample;
  }

  /// Clusters of two and more, each in the order of the records, by their first record.
  List<List<Integer>> ofSeveral() {
    return members.stream()
        .filter(cluster -> cluster.size() > 1)
        .map(cluster -> cluster.stream().sorted().toList())
        .sorted((one, other) -> Integer.compare(one.getFirst(), other.getFirst()))
        .toList();
  }
}
