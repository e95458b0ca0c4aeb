package org.myocohort.evidence.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the tags of the Cochrane Library's plain text mean.
final class CochraneFields implements TaggedFields {
  /// Where a record of CENTRAL comes from: `PUBMED 23687289,EMBASE 52587451`. An Embase number is
  /// left as it stands: the old ones are not those that Embase exports.
  private static final Pattern PUBMED = Pattern.compile("(?i)\\bPUBMED\\s+([0-9]+)");

  private static final Pattern OF_OTHERS =
      Pattern.compile("(?i)(?:PUBMED|EMBASE|CINAHL|CTGOV|ICTRP)\\s+\\S.*");

  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    for (String words : map.all("PT")) {
      Plain.parts(words, ";").forEach(word -> Kinds.add(draft, Plain.line(word)));
    }
    draft
        .title(map.first("TI"))
        .journal(map.first("SO"))
        .volume(map.first("VL"))
        .issue(map.first("NO"))
        .pages(Pages.of(map.first("PG"), null))
        .date(map.first("YR"))
        .database("Cochrane Library");
    String year = map.first("YR");
    draft.year(Years.of(year));
    if (year != null && draft.year().isEmpty()) {
      map.field("YR").ifPresent(field -> faults.add(field, ReadProblem.Kind.NO_YEAR));
    }
    for (String names : map.all("AU")) {
      for (String name : Plain.parts(names, ";\n")) {
        Names.of(name).ifPresent(draft::author);
      }
    }
    for (String text : map.all("AB")) {
      draft.abstractText(Plain.abstractText(text));
    }
    for (String words : map.all("KY")) {
      for (String word : Plain.parts(words, ";\n")) {
        draft.keyword(Plain.line(word));
      }
    }
    map.all("LA").forEach(language -> draft.language(Plain.line(language)));
    map.all("US").forEach(address -> draft.address(Plain.line(address)));
    map.all("DOI").forEach(text -> Identifiers.doi(text).ifPresent(draft::identifier));
    map.all("ISSN").forEach(text -> Identifiers.serialsAndBooks(text).forEach(draft::identifier));
    for (String text : map.all("PM", "XR")) {
      pubmed(text, draft);
      Identifiers.trials(text).forEach(draft::identifier);
    }
    map.all("ID").forEach(text -> Identifiers.accession(text).ifPresent(draft::identifier));
  }

  /// The PubMed number among those of the databases that a record of CENTRAL comes from.
  static void pubmed(String text, RecordDraft draft) {
    Matcher matcher = PUBMED.matcher(text);
    if (matcher.find()) {
      Identifiers.pmid(matcher.group(1)).ifPresent(draft::identifier);
    }
  }

  /// Whether a field holds such numbers.
  static boolean namesOthers(String text) {
    return OF_OTHERS.matcher(text.strip()).matches();
  }
}
