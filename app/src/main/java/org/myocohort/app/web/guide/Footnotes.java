package org.myocohort.app.web.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sourced;

/// The sources of a page, each with its places, numbered through: the template `guide/parts ::
/// footnotes` shows them.
public final class Footnotes {
  /// A source with the places in it that the page rests on.
  public record Cited(Source source, List<Place> places) {
    /// The address where it is one to follow, or null.
    public @Nullable String href() {
      return source.address().startsWith("http") ? source.address() : null;
    }
  }

  /// A place in a source.
  ///
  /// @param number of the footnote
  /// @param place section, paragraph, row of a table
  /// @param read when, empty where nothing was read
  public record Place(int number, String place, String read) {}

  private record Key(String source, String place, Optional<LocalDate> read) {
    static Key of(Sourced statement) {
      return new Key(statement.source().key(), statement.place(), statement.read());
    }
  }

  private final Map<Key, Integer> numbers = new LinkedHashMap<>();
  private final List<Cited> sources = new ArrayList<>();

  private Footnotes(List<? extends Sourced> statements) {
    Map<Source, List<Key>> bySource = new LinkedHashMap<>();
    for (Sourced each : statements) {
      List<Key> places = bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>());
      if (!places.contains(Key.of(each))) {
        places.add(Key.of(each));
      }
    }
    for (Map.Entry<Source, List<Key>> entry : bySource.entrySet()) {
      List<Place> places = new ArrayList<>();
      for (Key key : entry.getValue()) {
        int number = numbers.size() + 1;
        numbers.put(key, number);
        places.add(new Place(number, key.place(), key.read().map(LocalDate::toString).orElse("")));
      }
      sources.add(new Cited(entry.getKey(), List.copyOf(places)));
    }
  }

  /// The footnotes of statements, in the order in which the page shows them.
  public static Footnotes of(List<? extends Sourced> statements) {
    return new Footnotes(statements);
  }

  /// The number of a statement's footnote.
  public int number(Sourced statement) {
    Integer number = numbers.get(Key.of(statement));
    if (number == null) {
      throw new IllegalArgumentException("no footnote for " + statement.id());
    }
    return number;
  }

  public List<Cited> sources() {
    return List.copyOf(sources);
  }
}
