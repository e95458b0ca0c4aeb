package org.myocohort.evidence.format;

import java.util.List;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the tags of RefWorks' text mean.
final class RefworksFields implements TaggedFields {
  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    for (String words : map.all("RT")) {
      draft.type(Kinds.ofWords(words).orElse(PublicationType.OTHER));
    }
    draft
        .title(map.first("T1"))
        .vernacularTitle(map.first("OT"))
        .journal(map.first("JF", "T2"))
        .journal(map.first("JO"))
        .journalAbbreviation(map.first("JO"))
        .volume(map.first("VO", "vo"))
        .issue(map.first("IS"))
        .pages(Pages.of(map.first("SP"), map.first("OP")))
        .year(Years.of(map.first("YR")))
        .database(map.first("DB", "DS"));
    if (draft.year().isEmpty()) {
      map.field("YR").ifPresent(field -> faults.add(field, ReadProblem.Kind.NO_YEAR));
    }
    for (String names : map.all("A1")) {
      for (String name : Plain.parts(names, ";")) {
        Names.of(name).ifPresent(draft::author);
      }
    }
    map.all("AB").forEach(text -> draft.abstractText(Plain.abstractText(text)));
    for (String words : map.all("K1")) {
      Plain.parts(words, ";\n").forEach(word -> draft.keyword(Plain.line(word)));
    }
    map.all("LA").forEach(language -> draft.language(Plain.line(language)));
    map.all("UL", "LK", "UR").forEach(address -> draft.address(Plain.line(address)));
    map.all("DO").forEach(text -> Identifiers.doi(text).ifPresent(draft::identifier));
    map.all("PM").forEach(text -> Identifiers.pmid(text).ifPresent(draft::identifier));
    map.all("SN").forEach(text -> Identifiers.serialsAndBooks(text).forEach(draft::identifier));
    map.all("AN").forEach(text -> Identifiers.accession(text).ifPresent(draft::identifier));
  }
}
