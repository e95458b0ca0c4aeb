package org.myocohort.evidence.duplicate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How clusters that were found agree with clusters that people labelled.
///
/// @param truePositives found and labelled
/// @param falsePositives found and not labelled
/// @param falseNegatives labelled and not found
/// @param trueNegatives neither
public record DuplicateScore(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

  /// Counts records that can go, of each cluster all but one, as bib-dedupe and ASySD publish it. A
  /// cluster that mixes three works has two false positives.
  public static DuplicateScore removable(
      int records, List<List<String>> found, List<List<String>> labelled) {
    Map<String, Integer> labels = labels(labelled);
    int right = 0;
    int wrong = 0;
    for (List<String> cluster : found) {
      Set<Object> works = new HashSet<>();
      for (String id : cluster) {
        Integer label = labels.get(id);
        works.add(label == null ? id : label);
      }
      right += cluster.size() - works.size();
      wrong += works.size() - 1;
    }
    int toFind = labelled.stream().mapToInt(cluster -> cluster.size() - 1).sum();
    return new DuplicateScore(right, wrong, toFind - right, records - toFind - wrong);
  }

  /// Counts every record that has a copy, as SRA-DM and DedupEndNote publish it.
  public static DuplicateScore members(
      int records, List<List<String>> found, List<List<String>> labelled) {
    Set<String> labels = labels(labelled).keySet();
    int right = 0;
    int wrong = 0;
    for (List<String> cluster : found) {
      for (String id : cluster) {
        if (labels.contains(id)) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    return new DuplicateScore(right, wrong, labels.size() - right, records - labels.size() - wrong);
  }

  /// Share of what was labelled that was found; 1 where nothing was labelled.
  public double sensitivity() {
    int labelled = truePositives + falseNegatives;
    return labelled == 0 ? 1 : (double) truePositives / labelled;
  }

  /// Share of what was not labelled that was left alone; 1 where everything was labelled.
  public double specificity() {
    int unlabelled = trueNegatives + falsePositives;
    return unlabelled == 0 ? 1 : (double) trueNegatives / unlabelled;
  }

  private static Map<String, Integer> labels(List<List<String>> labelled) {
    Map<String, Integer> labels = new HashMap<>();
    for (int cluster = 0; cluster < labelled.size(); cluster++) {
      for (String id : labelled.get(cluster)) {
        labels.put(id, cluster);
      }
    }
    return labels;
  }
}
