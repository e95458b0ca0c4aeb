package org.myocohort.evidence.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RelatedWork;

/// What the tags of PubMed's text mean.
///
/// Source: the descriptions of MEDLINE's display elements by the National Library of Medicine.
final class NbibFields implements TaggedFields {
  private static final Map<String, RelatedWork.Kind> LINKS =
      Map.ofEntries(
          Map.entry("CIN", RelatedWork.Kind.COMMENT_IN),
          Map.entry("CON", RelatedWork.Kind.COMMENT_ON),
          Map.entry("RIN", RelatedWork.Kind.RETRACTION_IN),
          Map.entry("ROF", RelatedWork.Kind.RETRACTION_OF),
          Map.entry("EIN", RelatedWork.Kind.ERRATUM_IN),
          Map.entry("EFR", RelatedWork.Kind.ERRATUM_FOR),
          Map.entry("ECI", RelatedWork.Kind.CONCERN_IN),
          Map.entry("ECF", RelatedWork.Kind.CONCERN_FOR),
          Map.entry("UIN", RelatedWork.Kind.UPDATE_IN),
          Map.entry("UOF", RelatedWork.Kind.UPDATE_OF),
          Map.entry("RPI", RelatedWork.Kind.REPUBLISHED_IN),
          Map.entry("RPF", RelatedWork.Kind.REPUBLISHED_FROM),
          Map.entry("CRI", RelatedWork.Kind.REPUBLISHED_IN),
          Map.entry("CRF", RelatedWork.Kind.REPUBLISHED_FROM),
          Map.entry("PRIN", RelatedWork.Kind.OTHER),
          Map.entry("PROF", RelatedWork.Kind.OTHER),
          Map.entry("SPIN", RelatedWork.Kind.OTHER),
          Map.entry("ORI", RelatedWork.Kind.OTHER),
          Map.entry("DDIN", RelatedWork.Kind.OTHER),
          Map.entry("DRIN", RelatedWork.Kind.OTHER),
          Map.entry("CPIN", RelatedWork.Kind.OTHER),
          Map.entry("CPOF", RelatedWork.Kind.OTHER));
  private static final Set<String> NAMES = Set.of("FAU", "FA", "AU", "CN");
  private static final Pattern LINKED_PMID = Pattern.compile("PMID:\\s*([0-9]+)");
  private static final Pattern QUALIFIED = Pattern.compile("(?s)(.*?)\\s*\\[([a-z]+)\\]\\s*");

  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    map.all("PT").forEach(words -> Kinds.add(draft, Plain.line(words)));
    draft
        .title(map.first("TI"))
        .title(map.first("BTI", "CTI"))
        .vernacularTitle(map.first("TT"))
        .journal(map.first("JT"))
        .journalAbbreviation(map.first("TA"))
        .journal(map.has("TI") ? map.first("BTI") : null)
        .journal(map.first("TA"))
        .volume(map.first("VI", "VO", "VL"))
        .issue(map.first("IP"))
        .pages(map.first("PG"))
        .date(map.first("DP", "YR", "DEP"));
    draft.year(Years.of(map.first("DP"))).year(Years.of(map.first("YR", "DEP")));
    if (draft.year().isEmpty()) {
      map.field("DP").ifPresent(field -> faults.add(field, ReadProblem.Kind.NO_YEAR));
    }
    authors(fields, draft);
    String text = String.join("\n", map.all("AB").stream().map(Plain::line).toList());
    draft.abstractText(text).abstractText(map.first("OAB"));
    for (String heading : map.all("MH", "OT", "KW")) {
      draft.keyword(Plain.line(heading));
    }
    map.all("LA", "LG").forEach(language -> draft.language(Plain.line(language)));
    draft.database(map.first("DB")).database(map.has("PMID") ? "PubMed" : null);
    identifiers(map, draft);
    for (RawField field : fields) {
      RelatedWork.Kind kind = LINKS.get(field.tag());
      if (kind != null && !field.value().isBlank()) {
        draft.related(link(kind, Plain.line(field.value())));
      }
    }
  }

  /// The full name where one is given, the short form `AU` that follows it only where not.
  private static void authors(List<RawField> fields, RecordDraft draft) {
    boolean full = false;
    for (RawField field : fields) {
      String tag = field.tag();
      if (!NAMES.contains(tag)) {
        full = full && (tag.equals("AUID") || Plain.line(field.value()).isEmpty());
        continue;
      }
      String name = Plain.line(field.value());
      if (name.isEmpty()) {
        continue;
      }
      switch (tag) {
        case "FAU", "FA" -> {
          full = true;
          Names.of(name).ifPresent(draft::author);
        }
        case "AU" -> {
          if (!full) {
            Names.all(name).forEach(draft::author);
          }
          full = false;
        }
        default -> {
          full = false;
          draft.author(Author.group(name));
        }
      }
    }
  }

  private static void identifiers(FieldMap map, RecordDraft draft) {
    map.all("PMID").forEach(text -> Identifiers.pmid(text).ifPresent(draft::identifier));
    for (String text : map.all("LID", "AID", "DO")) {
      Matcher qualified = QUALIFIED.matcher(text);
      boolean named = qualified.matches();
      if (!named || qualified.group(2).equals("doi")) {
        Identifiers.doi(named ? qualified.group(1) : text).ifPresent(draft::identifier);
      }
    }
    for (String text : map.all("PMC")) {
      Identifiers.pmcid("PMC" + text.replaceAll("[^0-9]", "")).ifPresent(draft::identifier);
    }
    for (String text : map.all("IS", "ISBN")) {
      Identifiers.serialsAndBooks(text).forEach(draft::identifier);
    }
    map.all("SI").forEach(text -> Identifiers.trials(text).forEach(draft::identifier));
    // Ovid's MEDLINE gives the PubMed number as its own.
    String database = Optional.ofNullable(map.first("DB", "VN")).orElse("");
    for (String text : map.all("UI")) {
      boolean medline = database.toLowerCase(Locale.ROOT).contains("medline");
      Optional<Identifier> name =
          medline && Plain.digits(text.strip(), 1, 8)
              ? Identifiers.pmid(text)
              : Identifiers.accession(text);
      name.ifPresent(draft::identifier);
    }
  }

  private static RelatedWork link(RelatedWork.Kind kind, String text) {
    Matcher pmid = LINKED_PMID.matcher(text);
    List<Identifier> names =
        pmid.find() ? Identifiers.pmid(pmid.group(1)).map(List::of).orElse(List.of()) : List.of();
    if (names.isEmpty() && text.contains("doi:")) {
      names = Identifiers.doi(text.substring(text.indexOf("doi:"))).map(List::of).orElse(List.of());
    }
    return new RelatedWork(kind, text, names);
  }
}
