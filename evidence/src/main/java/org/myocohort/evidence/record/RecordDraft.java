package org.myocohort.evidence.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record that is being read, field by field.
///
/// What is given first stays: a second title, year or journal does not replace the first. Blank
/// text is as if it were not given, and so is an address as the name of a journal: the Cochrane
/// Library gives one of what a register holds.
public final class RecordDraft {
  private final List<Author> authors = new ArrayList<>();
  private final Set<String> publicationTypes = new LinkedHashSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final List<Identifier> identifiers = new ArrayList<>();
  private final List<RelatedWork> related = new ArrayList<>();
  private final List<RawField> fields = new ArrayList<>();
  private PublicationType type = PublicationType.NOT_GIVEN;
  private @Nullable String database;
  private @Nullable String title;
  private @Nullable String vernacularTitle;
  private @Nullable Integer year;
  private @Nullable String date;
  private @Nullable String journal;
  private @Nullable String journalAbbreviation;
  private @Nullable String volume;
  private @Nullable String issue;
  private @Nullable String pages;
  private @Nullable String abstractText;

  private static @Nullable String first(@Nullable String present, @Nullable String given) {
    return present != null || given == null || given.isBlank() ? present : given.strip();
  }

  private static @Nullable String notAddress(@Nullable String text) {
    return text == null || Identifiers.isAddress(text.strip()) ? null : text;
  }

  private static void add(Set<String> to, String text) {
    if (!text.isBlank()) {
      to.add(text.strip());
    }
  }

  public RecordDraft database(@Nullable String text) {
    database = first(database, text);
    return this;
  }

  /// What it describes; unlike the other fields, what is said last holds.
  public RecordDraft type(PublicationType kind) {
    type = kind;
    return this;
  }

  public PublicationType type() {
    return type;
  }

  public RecordDraft publicationType(String text) {
    add(publicationTypes, text);
    return this;
  }

  public RecordDraft title(@Nullable String text) {
    title = first(title, text);
    return this;
  }

  public Optional<String> title() {
    return Optional.ofNullable(title);
  }

  public RecordDraft vernacularTitle(@Nullable String text) {
    vernacularTitle = first(vernacularTitle, text);
    return this;
  }

  public RecordDraft author(Author author) {
    authors.add(author);
    return this;
  }

  public boolean hasAuthors() {
    return !authors.isEmpty();
  }

  public RecordDraft year(@Nullable Integer number) {
    year = year == null ? number : year;
    return this;
  }

  public Optional<Integer> year() {
    return Optional.ofNullable(year);
  }

  public RecordDraft date(@Nullable String text) {
    date = first(date, text);
    return this;
  }

  public RecordDraft journal(@Nullable String text) {
    journal = first(journal, notAddress(text));
    return this;
  }

  public Optional<String> journal() {
    return Optional.ofNullable(journal);
  }

  public RecordDraft journalAbbreviation(@Nullable String text) {
    journalAbbreviation = first(journalAbbreviation, notAddress(text));
    return this;
  }

  public RecordDraft volume(@Nullable String text) {
    volume = first(volume, text);
    return this;
  }

  public RecordDraft issue(@Nullable String text) {
    issue = first(issue, text);
    return this;
  }

  public RecordDraft pages(@Nullable String text) {
    pages = first(pages, text);
    return this;
  }

  public RecordDraft abstractText(@Nullable String text) {
    abstractText = first(abstractText, text);
    return this;
  }

  public RecordDraft keyword(String text) {
    add(keywords, text);
    return this;
  }

  public RecordDraft language(String text) {
    add(languages, text);
    return this;
  }

  public RecordDraft address(String text) {
    add(addresses, text);
    return this;
  }

  /// Adds a name, unless the record has it under the same kind and value.
  public RecordDraft identifier(Identifier identifier) {
    for (Identifier known : identifiers) {
      if (known.kind() == identifier.kind() && known.value().equals(identifier.value())) {
        return this;
      }
    }
    identifiers.add(identifier);
    return this;
  }

  public boolean hasIdentifier(IdentifierKind kind) {
    return identifiers.stream().anyMatch(identifier -> identifier.kind() == kind);
  }

  public RecordDraft related(RelatedWork work) {
    related.add(work);
    return this;
  }

  public RecordDraft field(RawField field) {
    fields.add(field);
    return this;
  }

  public RecordDraft fields(List<RawField> all) {
    fields.addAll(all);
    return this;
  }

  /// The record as read so far.
  public BibliographicRecord at(RecordOrigin origin) {
    return new BibliographicRecord(
        origin,
        database,
        type,
        List.copyOf(publicationTypes),
        title,
        vernacularTitle,
        authors,
        year,
        date,
        journal,
        journalAbbreviation,
        volume,
        issue,
        pages,
        abstractText,
        List.copyOf(keywords),
        identifiers,
        List.copyOf(languages),
        List.copyOf(addresses),
        related,
        fields);
  }
}
