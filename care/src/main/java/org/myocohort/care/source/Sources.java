package org.myocohort.care.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.exchange.yaml.ShippedFile;
import org.myocohort.exchange.yaml.YamlFields;

/// The sources of this module, from their one file.
public final class Sources {
  private static final String FILE = "sources.yaml";

  private final Map<String, Source> byKey = new LinkedHashMap<>();

  private Sources(YamlFields file) {
    for (String key : file.names()) {
      file.object(key).ifPresent(fields -> byKey.put(key, source(key, fields)));
    }
  }

  /// The sources that ship with the program.
  public static Sources shipped() {
    return Shipped.SOURCES;
  }

  public Optional<Source> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// Every source, in the order of the file.
  public List<Source> all() {
    return List.copyOf(byKey.values());
  }

  private static Source source(String key, YamlFields fields) {
    Source source =
        new Source(
            key,
            fields.requiredText("citation").orElse(""),
            fields.text("address").orElse(""),
            fields.text("published").orElse(""),
            fields.day("read"));
    fields.refuseOthers();
    return source;
  }

  /// Read when first asked for.
  private static final class Shipped {
    static final Sources SOURCES = ShippedFile.read(Sources.class, FILE, Sources::new);
  }
}
