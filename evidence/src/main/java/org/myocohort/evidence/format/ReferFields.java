package org.myocohort.evidence.format;

import java.util.List;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the tags of EndNote's text mean.
final class ReferFields implements TaggedFields {
  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    for (String words : map.all("%0")) {
      draft.type(Kinds.ofWords(words).orElse(PublicationType.OTHER));
    }
    map.all("%9").forEach(words -> Kinds.add(draft, Plain.line(words)));
    draft
        .title(map.first("%T"))
        .vernacularTitle(map.first("%Q"))
        .journal(map.first("%J", "%B"))
        .volume(map.first("%V"))
        .issue(map.first("%N"))
        .pages(map.first("%P"))
        .date(map.first("%8"))
        .abstractText(map.field("%X").map(field -> Plain.abstractText(field.value())).orElse(null))
        .database(map.first("%~", "%W"));
    draft.year(Years.of(map.first("%D"))).year(Years.of(map.first("%8")));
    if (draft.year().isEmpty()) {
      map.field("%D").ifPresent(field -> faults.add(field, ReadProblem.Kind.NO_YEAR));
    }
    map.all("%A").forEach(name -> Names.of(name).ifPresent(draft::author));
    for (String words : map.all("%K")) {
      for (String word : Plain.parts(words, ";\n")) {
        draft.keyword(Plain.line(word));
      }
    }
    map.all("%G").forEach(language -> draft.language(Plain.line(language)));
    map.all("%U").forEach(address -> draft.address(Plain.line(address)));
    map.all("%R").forEach(text -> Identifiers.doi(text).ifPresent(draft::identifier));
    map.all("%@").forEach(text -> Identifiers.serialsAndBooks(text).forEach(draft::identifier));
    map.all("%2").forEach(text -> Identifiers.pmcid(text).ifPresent(draft::identifier));
    for (String text : map.all("%M")) {
      String provider = String.join(" ", map.all("%~", "%W"));
      boolean pubmed = provider.matches("(?is).*(pubmed|medline|nlm).*");
      (pubmed && text.strip().matches("[0-9]{1,8}")
              ? Identifiers.pmid(text)
              : Identifiers.accession(text))
          .ifPresent(draft::identifier);
    }
  }
}
