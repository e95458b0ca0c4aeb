package org.myocohort.evidence.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlFields;

/// Reads the shipped questions of the checklists.
final class ChecklistFile {
  private static final Map<String, String> MARKS =
      Map.of("verified", "verified", "weak", "weak", "memory", "memory");

  private static final Map<String, Checklist> CHECKLISTS =
      Arrays.stream(Checklist.values())
          .collect(Collectors.toUnmodifiableMap(Checklist::code, Function.identity()));

  /// Read when first asked for.
  private static final class Shipped {
    private static final Map<Checklist, Checklist.Content> CONTENTS =
        ShippedFile.read(ChecklistFile.class, "checklists.yaml", ChecklistFile::read);
  }

  private ChecklistFile() {}

  static Checklist.Content of(Checklist checklist) {
    return Objects.requireNonNull(Shipped.CONTENTS.get(checklist));
  }

  private static Map<Checklist, Checklist.Content> read(YamlFields root) {
    Map<Checklist, Checklist.Content> contents = new EnumMap<>(Checklist.class);
    for (YamlFields fields : root.objects("checklists")) {
      Optional<Checklist> checklist = fields.oneOf("code", CHECKLISTS);
      List<Checklist.Item> items = new ArrayList<>();
      Optional<String> source = fields.requiredText("source");
      Optional<String> mark = fields.oneOf("mark", MARKS);
      Optional<String> seen = fields.requiredText("seen");
      for (YamlFields item : fields.objects("items")) {
        items.add(
            new Checklist.Item(
                items.size() + 1,
                item.requiredText("en").orElse(""),
                item.requiredText("it").orElse("")));
        item.refuseOthers();
      }
      fields.refuseOthers();
      checklist.ifPresent(known ->
          contents.put(
              known,
              new Checklist.Content(
                  source.orElse(""), mark.orElse("memory"), seen.orElse(""), items)));
    }
    root.refuseOthers();
    return contents;
  }
}
