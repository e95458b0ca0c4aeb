package org.myocohort.care.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// The sources of this module, from their one file.
public final class Sources {
  private static final String FILE = "sources.yaml";

  private final Map<String, Source> byKey = new LinkedHashMap<>();

  private Sources(String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields file = YamlFile.read(FILE, text, problems);
    for (String key : file.names()) {
      file.object(key).ifPresent(fields -> byKey.put(key, source(key, fields)));
    }
    problems.throwIfAny();
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

  private static final class Shipped {
    static final Sources SOURCES = load();

    private static Sources load() {
      try (InputStream in = Sources.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("missing: " + FILE);
        }
        return new Sources(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (BadInputException wrong) {
        throw new IllegalStateException(wrong);
      }
    }
  }
}
