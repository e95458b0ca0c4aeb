package org.myocohort.evidence.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the tags of RIS mean, across the vendors who mean different things by one tag.
final class RisFields implements TaggedFields {
  private static final Pattern NOTED_PMID =
      Pattern.compile("(?i)\\b(?:PMID|PubMed ID)\\s*[:=]?\\s*([0-9]{4,9})\\b");
  private static final Pattern NOTED_PMCID = Pattern.compile("(?i)\\bPMC\\s?[0-9]{4,9}\\b");
  private static final Pattern PUBMED_ADDRESS =
      Pattern.compile(
          "(?:ncbi\\.nlm\\.nih\\.gov/pubmed/|pubmed\\.ncbi\\.nlm\\.nih\\.gov/)([0-9]+)");
  private static final Pattern TAGGED_PMID = Pattern.compile("([0-9]{4,9})\\s*\\[pmid\\]");
  private static final Pattern STATED_DOI =
      Pattern.compile("(?i)(?:doi[: ]\\s*)?10\\.[0-9]{4,9}/.*");

  /// EBSCOhost: `95353467. Language: English. Entry Date: 20140501.`
  private static final Pattern NOTED_AFTER =
      Pattern.compile(
          "\\. (?:Language|Entry Date|Publication Type|Revision Date): .*", Pattern.DOTALL);

  /// EBSCOhost, of its other databases: `Accession Number: 0992879; Keywords: Hedonic; ...`.
  private static final Pattern NOTED_ACCESSION = Pattern.compile("^Accession Number: ([^;\\s]+)");

  private static final Set<PublicationType> WITHOUT_JOURNAL =
      Set.of(PublicationType.BOOK, PublicationType.THESIS, PublicationType.REPORT);

  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    FieldMap map = new FieldMap(fields);
    map.all("TY").stream().findFirst().ifPresent(code -> draft.type(Kinds.ofRis(code)));
    for (String words : map.all("M3", "PT")) {
      if (Identifiers.doi(words).isEmpty()) {
        Kinds.add(draft, Plain.line(words));
      }
    }
    titles(map, draft);
    for (String name : map.all("AU", "A1")) {
      for (String line : Plain.parts(name, "\n")) {
        Names.of(line).ifPresent(draft::author);
      }
    }
    dates(map, draft, faults);
    draft
        .volume(map.first("VL", "VO"))
        .issue(map.first("IS", "CP"))
        .pages(Pages.of(map.first("SP", "PG"), map.first("EP")))
        .pages(map.first("C7", "AR"));
    List<String> abstracts = map.all("AB");
    for (String text : abstracts.isEmpty() ? map.all("N2") : abstracts) {
      draft.abstractText(Plain.abstractText(text));
    }
    keywords(map.all("KW"), draft);
    map.all("LA").forEach(language -> draft.language(Plain.line(language)));
    map.all("UR", "L2", "L1", "LK").forEach(address -> draft.address(Plain.line(address)));
    draft.database(map.first("DB", "DP"));
    identifiers(map, draft);
  }

  private static void titles(FieldMap map, RecordDraft draft) {
    boolean whole = draft.type() == PublicationType.BOOK;
    draft.title(map.first("TI", "T1", "CT"));
    if (whole) {
      draft.title(map.first("BT", "T2"));
    }
    draft.title(map.first("ST"));
    draft.vernacularTitle(map.first("TT", "OP"));
    String full = map.first("JF");
    String second = map.first("T2");
    String either = map.first("JO");
    if (!WITHOUT_JOURNAL.contains(draft.type()) || full != null) {
      draft.journal(full).journal(second).journal(map.first("BT")).journal(either);
      String meeting = map.first("C3");
      if (meeting != null && !CochraneFields.namesOthers(meeting)) {
        draft.journal(meeting);
      }
      draft.journal(map.first("T3")).journal(map.first("JA", "J2", "J1"));
    }
    String known = draft.journal().orElse("");
    draft.journalAbbreviation(map.first("J2", "JA", "J1", "NL"));
    if (either != null && !either.equalsIgnoreCase(known)) {
      draft.journalAbbreviation(either);
    }
  }

  private static void dates(FieldMap map, RecordDraft draft, Faults faults) {
    RawField wrong = null;
    for (String tag : List.of("PY", "Y1", "DA", "YR", "DP")) {
      Optional<RawField> field = map.field(tag);
      if (field.isPresent() && !(tag.equals("DP") && map.has("PY"))) {
        Integer year = Years.of(field.get().value());
        draft.year(year);
        if (year == null && wrong == null && !tag.equals("DP")) {
          wrong = field.get();
        }
        String text = withoutSlashes(field.get().value().strip());
        if (year != null && text.length() > 4) {
          draft.date(text);
        }
      }
    }
    if (wrong != null && draft.year().isEmpty()) {
      faults.add(wrong, ReadProblem.Kind.NO_YEAR);
    }
  }

  private static String withoutSlashes(String date) {
    int end = date.length();
    while (end > 0 && date.charAt(end - 1) == '/') {
      end--;
    }
    return date.substring(0, end);
  }

  /// Rayyan writes all keywords into one field, one in a line; others join them by semicolons.
  private static void keywords(List<String> values, RecordDraft draft) {
    for (String value : values) {
      for (String line : Plain.parts(value, "\n")) {
        if (values.size() == 1 && line.indexOf(';') > 0) {
          Plain.parts(line, ";").forEach(word -> draft.keyword(Plain.line(word)));
        } else {
          draft.keyword(Plain.line(line));
        }
      }
    }
  }

  private static void identifiers(FieldMap map, RecordDraft draft) {
    dois(map, draft);
    String database = String.join(" ", map.all("DB", "DP"));
    pubmed(map, draft, database.toLowerCase(Locale.ROOT));
    for (String number : map.all("C2", "C1", "PMC", "N1")) {
      Matcher matcher = NOTED_PMCID.matcher(number);
      if (matcher.find()) {
        Identifiers.pmcid(matcher.group()).ifPresent(draft::identifier);
      }
    }
    map.all("U2").forEach(text -> Identifiers.embase(text).ifPresent(draft::identifier));
    if (!draft.hasIdentifier(IdentifierKind.EMBASE)) {
      for (String text : map.all("UR", "AN")) {
        embase(text, database).ifPresent(draft::identifier);
      }
    }
    map.all("SN").forEach(text -> Identifiers.serialsAndBooks(text).forEach(draft::identifier));
    for (String text : map.all("CN", "AN", "C3", "C4", "C6", "U1", "ID", "UR", "JA")) {
      Identifiers.trials(text).forEach(draft::identifier);
    }
    boolean registered =
        draft.hasIdentifier(IdentifierKind.TRIAL)
            && (String.join(" ", map.all("UR")).contains("clinicaltrials.gov")
                || database.toLowerCase(Locale.ROOT).contains("clinicaltrials"));
    if (registered) {
      draft.type(PublicationType.TRIAL_REGISTRATION);
    }
    map.all("AN").stream()
        .filter(text -> !Plain.digits(text.strip(), 1, 8) || !pubmedName(database))
        .map(text -> NOTED_AFTER.matcher(text).replaceFirst(""))
        .forEach(text -> Identifiers.accession(text).ifPresent(draft::identifier));
    for (String text : map.all("N1")) {
      Matcher noted = NOTED_ACCESSION.matcher(text);
      if (noted.find() && !draft.hasIdentifier(IdentifierKind.ACCESSION)) {
        Identifiers.accession(noted.group(1)).ifPresent(draft::identifier);
      }
    }
  }

  private static void dois(FieldMap map, RecordDraft draft) {
    map.all("DO", "DI").forEach(text -> Identifiers.doi(text).ifPresent(draft::identifier));
    for (String tag : List.of("M3", "N1", "L3", "ID", "C1")) {
      for (String text : map.all(tag)) {
        if (!draft.hasIdentifier(IdentifierKind.DOI)
            && STATED_DOI.matcher(text.strip()).matches()) {
          Identifiers.doi(text).ifPresent(draft::identifier);
        }
      }
    }
    for (String text : map.all("UR", "L2", "LK")) {
      if (!draft.hasIdentifier(IdentifierKind.DOI) && text.contains("doi.org/")) {
        Identifiers.doi(text).ifPresent(draft::identifier);
      }
    }
  }

  private static void pubmed(FieldMap map, RecordDraft draft, String database) {
    if (pubmedName(database)) {
      for (String text : map.all("AN")) {
        if (Plain.digits(text.strip(), 1, 8)) {
          Identifiers.pmid(text).ifPresent(draft::identifier);
        }
      }
    }
    if (map.has("U2") && database.contains("embase")) {
      map.all("C5").forEach(text -> Identifiers.pmid(text).ifPresent(draft::identifier));
    }
    for (String text : map.all("C3")) {
      if (CochraneFields.namesOthers(text)) {
        CochraneFields.pubmed(text, draft);
      }
    }
    map.all("PM", "PMID").forEach(text -> Identifiers.pmid(text).ifPresent(draft::identifier));
    for (String text : map.all("N1", "AN", "C5", "M1", "M2", "U1", "C1", "C8", "UR", "L2", "ID")) {
      String digits = matched(NOTED_PMID, text);
      digits = digits == null ? matched(TAGGED_PMID, text) : digits;
      digits = digits == null ? matched(PUBMED_ADDRESS, text) : digits;
      if (digits != null && !draft.hasIdentifier(IdentifierKind.PMID)) {
        Identifiers.pmid(digits).ifPresent(draft::identifier);
      }
    }
  }

  private static @Nullable String matched(Pattern pattern, String text) {
    // A look at the letters first: notes are long, and most of them name no such number.
    if (text.indexOf("PM") < 0
        && text.indexOf("ubMed") < 0
        && text.indexOf("pm") < 0
        && text.indexOf("pubmed") < 0) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static boolean pubmedName(String database) {
    String name = database.toLowerCase(Locale.ROOT);
    return name.contains("pubmed") || name.contains("medline") || name.endsWith("nlm");
  }

  private static Optional<Identifier> embase(String text, String database) {
    Optional<Identifier> linked = EmbaseSource.number(text);
    return linked.isPresent() || !database.toLowerCase(Locale.ROOT).contains("embase")
        ? linked
        : Identifiers.embase(text);
  }
}
