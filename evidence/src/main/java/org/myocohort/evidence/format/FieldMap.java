package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// The fields of a record by their tags, without the empty ones and those that hold the `NA` of R's
/// packages for bibliographies.
final class FieldMap {
  private static final String ABSENT = "NA";

  private final Map<String, List<RawField>> byTag = new LinkedHashMap<>();

  FieldMap(List<RawField> fields) {
    for (RawField field : fields) {
      if (!field.tag().isEmpty() && !field.value().isBlank() && !field.value().equals(ABSENT)) {
        byTag.computeIfAbsent(field.tag(), _ -> new ArrayList<>()).add(field);
      }
    }
  }

  /// The values of the tags, in the order of the tags.
  List<String> all(String... tags) {
    List<String> values = new ArrayList<>();
    for (String tag : tags) {
      byTag.getOrDefault(tag, List.of()).forEach(field -> values.add(field.value()));
    }
    return values;
  }

  /// The first value of the first of the tags that has one, as one line.
  @Nullable String first(String... tags) {
    return field(tags).map(field -> Plain.lineOrNull(field.value())).orElse(null);
  }

  Optional<RawField> field(String... tags) {
    for (String tag : tags) {
      List<RawField> fields = byTag.get(tag);
      if (fields != null) {
        return Optional.of(fields.getFirst());
      }
    }
    return Optional.empty();
  }

  boolean has(String tag) {
    return byTag.containsKey(tag);
  }
}
