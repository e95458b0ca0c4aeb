package org.myocohort.exchange.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a YAML file of one document into values that know their lines.
public final class YamlFile {
  /// A file that people write is far smaller; more is refused before it is read.
  private static final int CODE_POINTS = 3_000_000;

  /// Deeper than any rule that a person can follow.
  private static final int DEPTH = 40;

  private final String file;
  private final Problems problems;

  private YamlFile(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// Reads the fields of a file.
  ///
  /// @param file name of the file, for messages
  /// @param text what stands in it
  /// @return its fields; what is wrong within them is added to `problems` while they are read
  /// @throws BadInputException where the text is no YAML of one document that holds fields, where a
  ///   field stands twice, and where an alias, which could unfold without end, stands in it
  public static YamlFields read(String file, String text, Problems problems)
      throws BadInputException {
    Problems structure = new Problems();
    Optional<YamlValue> root = new YamlFile(file, structure).root(text);
    structure.throwIfAny();
    if (root.orElse(null) instanceof YamlValue.Fields fields) {
      return new YamlFields(file, "", fields, problems);
    }
    structure.add(file, 0, "", "yaml-fields-expected", "");
    throw new BadInputException(structure);
  }

  private Optional<YamlValue> root(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(CODE_POINTS)
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .build();
    try {
      refuseDeep(new Parse(settings).parseString(text));
      return new Compose(settings).composeString(text).map(this::value);
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(file, line, "", "yaml-expected", "", wrong.getProblem());
    } catch (YamlEngineException wrong) {
      problems.add(file, 0, "", "yaml-expected", "", String.valueOf(wrong.getMessage()));
    }
    return Optional.empty();
  }

  /// The composer calls itself for each level, so that a hostile file could exhaust the stack.
  private static void refuseDeep(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        default -> {}
      }
      if (depth > DEPTH) {
        throw new YamlEngineException("more than " + DEPTH + " levels");
      }
    }
  }

  private YamlValue value(Node node) {
    int line = line(node);
    return switch (node) {
      case ScalarNode scalar ->
          new YamlValue.Text(scalar.getValue().strip(), scalar.getValue(), line);
      case SequenceNode sequence -> {
        List<YamlValue> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          values.add(value(item));
        }
        yield new YamlValue.Items(values, line);
      }
      case MappingNode mapping -> fields(mapping, line);
      default -> throw new YamlEngineException("an alias in line " + line);
    };
  }

  private YamlValue fields(MappingNode mapping, int line) {
    SequencedMap<String, YamlValue> values = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        problems.add(file, line(pair.getKeyNode()), "", "yaml-field-name-expected", "");
        continue;
      }
      YamlValue value = value(pair.getValueNode());
      if (values.putIfAbsent(key.getValue(), value) != null) {
        problems.add(file, line(key), key.getValue(), "yaml-field-twice", "");
      }
    }
    return new YamlValue.Fields(values, line);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
