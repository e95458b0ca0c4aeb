package org.myocohort.evidence.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One entry of an export. Null, or an empty list, says that the export does not give it.
///
/// @param origin where it stands
/// @param database that it was exported from, such as `Embase`, where the export or its importer
///   says
/// @param type what it describes
/// @param publicationTypes in the database's words, such as `Review` or `Conference Abstract`
/// @param title in the language of the database, markup taken out
/// @param vernacularTitle in the language of the work, where another is given
/// @param authors in their order
/// @param year of publication, four digits
/// @param date as exported, in the words of the format
/// @param journal or book, proceedings, site: what it appeared in, in full
/// @param journalAbbreviation of the same
/// @param volume as exported
/// @param issue as exported
/// @param pages as exported, `first-last` where the format holds both apart
/// @param abstractText in its parts' order, a label before its part
/// @param keywords given by authors and by the database
/// @param identifiers normalised, no two equal
/// @param languages as exported
/// @param addresses links, as exported
/// @param related publications that the database links to it
/// @param fields everything as it stood in the export, in its order
public record BibliographicRecord(
    RecordOrigin origin,
    @Nullable String database,
    PublicationType type,
    List<String> publicationTypes,
    @Nullable String title,
    @Nullable String vernacularTitle,
    List<Author> authors,
    @Nullable Integer year,
    @Nullable String date,
    @Nullable String journal,
    @Nullable String journalAbbreviation,
    @Nullable String volume,
    @Nullable String issue,
    @Nullable String pages,
    @Nullable String abstractText,
    List<String> keywords,
    List<Identifier> identifiers,
    List<String> languages,
    List<String> addresses,
    List<RelatedWork> related,
    List<RawField> fields) {

  public BibliographicRecord {
    publicationTypes = List.copyOf(publicationTypes);
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    identifiers = List.copyOf(identifiers);
    languages = List.copyOf(languages);
    addresses = List.copyOf(addresses);
    related = List.copyOf(related);
    fields = List.copyOf(fields);
  }

  /// The values of a field as exported, in their order, such as those of a column with labels.
  public List<String> raw(String tag) {
    return fields.stream().filter(field -> field.tag().equals(tag)).map(RawField::value).toList();
  }

  /// The first identifier of a kind.
  public Optional<String> identifier(IdentifierKind kind) {
    return identifiers.stream()
        .filter(identifier -> identifier.kind() == kind)
        .map(Identifier::value)
        .findFirst();
  }
}
