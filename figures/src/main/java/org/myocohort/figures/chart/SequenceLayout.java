package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where bars and threads of a [Sequences] chart lie; the same journeys always lie the same way.
///
/// Bars of a stage come in the order of how often their kind occurs in all stages, so that a kind
/// keeps about the same height. In a bar, threads arrive in the order of the bars they come from
/// and leave in the order of those they go to, so that the threads of one way lie together.
final class SequenceLayout {
  /// One bar.
  static final class Node {
    private final int stage;
    private final Kind kind;
    private final List<Integer> arriving = new ArrayList<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final Map<Integer, Integer> arrivalSlots = new HashMap<>();
    private final Map<Integer, Integer> leavingSlots = new HashMap<>();
    private double top;

    private Node(int stage, Kind kind) {
      this.stage = stage;
      this.kind = kind;
    }

    int stage() {
      return stage;
    }

    Kind kind() {
      return kind;
    }

    int count() {
      return arriving.size();
    }

    double top() {
      return top;
    }
  }

  /// The threads from one bar to another.
  ///
  /// @param to where they arrive
  /// @param top of the uppermost thread there
  /// @param count how many they are
  record Band(Node to, double top, int count) {}

  private final List<Journey> journeys;
  private final List<Map<Kind, Node>> stages = new ArrayList<>();
  private double unit;

  private SequenceLayout(List<Journey> journeys) {
    this.journeys = journeys;
  }

  static SequenceLayout of(List<Journey> journeys) {
    SequenceLayout layout = new SequenceLayout(journeys);
    layout.fill();
    layout.order();
    return layout;
  }

  private void fill() {
    Map<Kind, Integer> total = new LinkedHashMap<>();
    int last = 0;
    for (Journey journey : journeys) {
      journey.stops().forEach(kind -> total.merge(kind, 1, Integer::sum));
      last = Math.max(last, journey.stops().size());
    }
    // The sort is stable: kinds of the same number stay in the order of their first occurrence.
    List<Kind> kinds =
        total.keySet().stream()
            .sorted(Comparator.comparingInt(kind -> -total.getOrDefault(kind, 0)))
            .toList();
    for (int stage = 0; stage < last; stage++) {
      Map<Kind, Node> nodes = new LinkedHashMap<>();
      for (Kind kind : kinds) {
        Node node = new Node(stage, kind);
        for (int index = 0; index < journeys.size(); index++) {
          if (kind.equals(stop(index, stage))) {
            node.arriving.add(index);
          }
        }
        if (!node.arriving.isEmpty()) {
          nodes.put(kind, node);
        }
      }
      stages.add(nodes);
    }
  }

  private void order() {
    for (int stage = 0; stage < stages.size(); stage++) {
      int here = stage;
      if (stage > 0) {
        Map<Integer, Integer> before = new HashMap<>();
        for (Node node : stages.get(stage - 1).values()) {
          node.leaving.forEach(index -> before.put(index, before.size()));
        }
        for (Node node : stages.get(stage).values()) {
          node.arriving.sort(Comparator.comparingInt(index -> before.getOrDefault(index, 0)));
        }
      }
      for (Node node : stages.get(stage).values()) {
        node.leaving.addAll(node.arriving);
        node.leaving.sort(Comparator.comparingInt(index -> rank(index, here + 1)));
        node.arriving.forEach(index -> node.arrivalSlots.put(index, node.arrivalSlots.size()));
        node.leaving.forEach(index -> node.leavingSlots.put(index, node.leavingSlots.size()));
      }
    }
  }

  /// The place of a journey's bar among those of a stage; the last where it has none.
  private int rank(int journey, int stage) {
    if (stage >= stages.size()) {
      return 0;
    }
    int rank = 0;
    for (Kind kind : stages.get(stage).keySet()) {
      if (kind.equals(stop(journey, stage))) {
        return rank;
      }
      rank++;
    }
    return rank;
  }

  private @Nullable Kind stop(int journey, int stage) {
    List<Kind> stops = journeys.get(journey).stops();
    return stage < stops.size() ? stops.get(stage) : null;
  }

  List<Node> nodes() {
    return stages.stream().flatMap(stage -> stage.values().stream()).toList();
  }

  /// The number of journeys in the fullest stage.
  int most() {
    return (int) journeys.stream().filter(journey -> !journey.stops().isEmpty()).count();
  }

  /// Gives each bar its place, the stages centred on each other; returns the bottom.
  ///
  /// @param thread how high one thread is
  /// @param gap between two bars
  /// @param least how high a bar with its text is at least
  double stack(double top, double thread, double gap, double least) {
    this.unit = thread;
    double highest = 0;
    for (Map<Kind, Node> stage : stages) {
      highest = Math.max(highest, height(stage, gap, least));
    }
    for (Map<Kind, Node> stage : stages) {
      double y = top + (highest - height(stage, gap, least)) / 2;
      for (Node node : stage.values()) {
        double room = Math.max(least, node.count() * unit);
        node.top = y + (room - node.count() * unit) / 2;
        y += room + gap;
      }
    }
    return top + highest;
  }

  private double height(Map<Kind, Node> stage, double gap, double least) {
    double height = (stage.size() - 1) * gap;
    for (Node node : stage.values()) {
      height += Math.max(least, node.count() * unit);
    }
    return height;
  }

  /// The upper edge of a thread where it arrives at a bar.
  double arrival(int journey, int stage) {
    Node node = node(journey, stage);
    return node.top + node.arrivalSlots.getOrDefault(journey, 0) * unit;
  }

  /// The upper edge of a thread where it leaves a bar.
  double departure(int journey, int stage) {
    Node node = node(journey, stage);
    return node.top + node.leavingSlots.getOrDefault(journey, 0) * unit;
  }

  private Node node(int journey, int stage) {
    Node node = stages.get(stage).get(journeys.get(journey).stops().get(stage));
    if (node == null) {
      throw new IllegalStateException("every stop has a bar, but stage " + stage + " lacks one");
    }
    return node;
  }

  /// The bands between the stages, from the left and from the top.
  List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    for (int stage = 1; stage < stages.size(); stage++) {
      for (Node node : stages.get(stage).values()) {
        int first = 0;
        for (int index = 1; index <= node.count(); index++) {
          if (index == node.count() || !sameOrigin(node, first, index)) {
            bands.add(new Band(node, node.top + first * unit, index - first));
            first = index;
          }
        }
      }
    }
    return bands;
  }

  private boolean sameOrigin(Node node, int one, int other) {
    Kind first = stop(node.arriving.get(one), node.stage - 1);
    return first != null && first.equals(stop(node.arriving.get(other), node.stage - 1));
  }
}
