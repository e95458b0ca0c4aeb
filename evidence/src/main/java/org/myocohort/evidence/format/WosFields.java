package org.myocohort.evidence.format;

import java.util.List;
import java.util.Map;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the tags of Web of Science mean; its table with one row a record has the same.
final class WosFields implements TaggedFields {
  private static final Map<String, PublicationType> TYPES =
      Map.of(
          "J", PublicationType.ARTICLE,
          "B", PublicationType.BOOK,
          "S", PublicationType.CHAPTER,
          "C", PublicationType.CONFERENCE);

  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    for (String code : map.all("PT")) {
      draft.type(TYPES.getOrDefault(code.strip(), PublicationType.OTHER));
    }
    for (String words : map.all("DT")) {
      Plain.parts(words, ";").forEach(word -> Kinds.add(draft, Plain.line(word)));
    }
    draft
        .title(map.first("TI"))
        .vernacularTitle(map.first("FT"))
        .journal(map.first("SO"))
        .journalAbbreviation(map.first("JI", "J9"))
        .volume(map.first("VL"))
        .issue(map.first("IS"))
        .pages(Pages.of(map.first("BP"), map.first("EP")))
        .pages(map.first("AR"))
        .abstractText(map.first("AB"))
        .database(map.has("UT") ? "Web of Science" : null);
    String year = map.first("PY");
    draft.year(Years.of(year));
    String day = map.first("PD");
    draft.date(day == null || year == null ? day : year + " " + day);
    if (year != null && draft.year().isEmpty()) {
      map.field("PY").ifPresent(field -> faults.add(field, ReadProblem.Kind.NO_YEAR));
    }
    // AF has the same people in full.
    List<String> full = map.all("AF");
    for (String names : full.isEmpty() ? map.all("AU") : full) {
      for (String line : Plain.parts(names, "\n;")) {
        Names.of(line).ifPresent(draft::author);
      }
    }
    for (String names : map.all("CA")) {
      for (String line : Plain.parts(names, "\n;")) {
        if (!line.isBlank()) {
          draft.author(Author.group(Plain.line(line)));
        }
      }
    }
    for (String words : map.all("DE", "ID", "MH")) {
      Plain.parts(words, ";").forEach(word -> draft.keyword(Plain.line(word)));
    }
    map.all("LA").forEach(language -> draft.language(Plain.line(language)));
    map.all("DI", "D2").forEach(text -> Identifiers.doi(text).ifPresent(draft::identifier));
    map.all("PM").forEach(text -> Identifiers.pmid(text).ifPresent(draft::identifier));
    for (String text : map.all("SN", "EI", "BN")) {
      Identifiers.serialsAndBooks(text).forEach(draft::identifier);
    }
    map.all("UT").forEach(text -> Identifiers.accession(text).ifPresent(draft::identifier));
  }
}
