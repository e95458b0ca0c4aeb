package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;

/// One record in the place of several that describe the same work, and those that it was made of:
/// taking it apart again loses nothing, and each database's count can still be taken.
///
/// @param sources every record that it was made of, in the order given
/// @param record the fullest of them, with what it lacks from the others
public record MergedRecord(List<IdentifiedRecord> sources, BibliographicRecord record) {
  public MergedRecord {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a record is made of at least one");
    }
  }

  /// Merges records. The fullest is kept: a place in an issue counts most, then an abstract, a DOI
  /// and authors; of equals the first. Identifiers, keywords, languages, links and related works
  /// are those of all.
  public static MergedRecord of(List<IdentifiedRecord> sources) {
    List<BibliographicRecord> fullestFirst =
        sources.stream()
            .map(IdentifiedRecord::record)
            .sorted(Comparator.comparingInt(MergedRecord::fullness).reversed())
            .toList();
    BibliographicRecord fullest = fullestFirst.getFirst();
    BibliographicRecord merged =
        new BibliographicRecord(
            fullest.origin(),
            fullest.database(),
            type(fullestFirst),
            List.copyOf(all(fullestFirst, BibliographicRecord::publicationTypes)),
            first(fullestFirst, BibliographicRecord::title),
            first(fullestFirst, BibliographicRecord::vernacularTitle),
            authors(fullestFirst),
            first(fullestFirst, BibliographicRecord::year),
            first(fullestFirst, BibliographicRecord::date),
            first(fullestFirst, BibliographicRecord::journal),
            first(fullestFirst, BibliographicRecord::journalAbbreviation),
            first(fullestFirst, BibliographicRecord::volume),
            first(fullestFirst, BibliographicRecord::issue),
            first(fullestFirst, BibliographicRecord::pages),
            first(fullestFirst, BibliographicRecord::abstractText),
            List.copyOf(all(fullestFirst, BibliographicRecord::keywords)),
            identifiers(fullestFirst),
            List.copyOf(all(fullestFirst, BibliographicRecord::languages)),
            List.copyOf(all(fullestFirst, BibliographicRecord::addresses)),
            List.copyOf(all(fullestFirst, BibliographicRecord::related)),
            fullest.fields());
    return new MergedRecord(sources, merged);
  }

  private static int fullness(BibliographicRecord record) {
    int fullness = record.volume() != null && record.pages() != null ? 8 : 0;
    fullness += record.abstractText() == null ? 0 : 4;
    fullness += record.identifier(IdentifierKind.DOI).isPresent() ? 2 : 0;
    return fullness + (record.authors().isEmpty() ? 0 : 1);
  }

  private static PublicationType type(List<BibliographicRecord> records) {
    return records.stream()
        .map(BibliographicRecord::type)
        .filter(type -> type != PublicationType.NOT_GIVEN)
        .findFirst()
        .orElse(PublicationType.NOT_GIVEN);
  }

  /// The longest list: one of them is cut by "et al." now and then.
  private static List<Author> authors(List<BibliographicRecord> records) {
    List<Author> longest = List.of();
    for (BibliographicRecord record : records) {
      longest = record.authors().size() > longest.size() ? record.authors() : longest;
    }
    return longest;
  }

  private static <T> @Nullable T first(
      List<BibliographicRecord> records, Function<BibliographicRecord, @Nullable T> field) {
    for (BibliographicRecord record : records) {
      T value = field.apply(record);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static <T> Set<T> all(
      List<BibliographicRecord> records, Function<BibliographicRecord, Collection<T>> field) {
    Set<T> all = new LinkedHashSet<>();
    records.forEach(record -> all.addAll(field.apply(record)));
    return all;
  }

  /// Of identifiers that are equal but were written differently, the first.
  private static List<Identifier> identifiers(List<BibliographicRecord> records) {
    Map<String, Identifier> identifiers = new LinkedHashMap<>();
    Stream<Identifier> given = records.stream().flatMap(record -> record.identifiers().stream());
    given.forEach(identifier ->
        identifiers.putIfAbsent(identifier.kind() + " " + identifier.value(), identifier));
    return new ArrayList<>(identifiers.values());
  }
}
