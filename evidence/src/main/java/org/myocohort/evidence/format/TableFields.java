package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// What the columns of a table mean.
final class TableFields implements TaggedFields {
  /// What programs write into a cell that has no value.
  private static final Set<String> ABSENT =
      Set.of(
          "NA",
          "N/A",
          "NaN",
          "nan",
          "NULL",
          "null",
          "None",
          "UNKNOWN",
          "[No author name available]",
          "[No abstract available]");

  private static final Pattern DASH = Pattern.compile("\\s*--?\\s*");
  private static final Pattern DECIMAL = Pattern.compile("\\.0$");
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern PMID = Pattern.compile("PMID:\\s*([0-9]+)");
  private static final Pattern PMCID = Pattern.compile("PMC[0-9]+");
  private static final Pattern ID_IN_BRACKETS = Pattern.compile("\\s*\\([0-9]{6,}\\)");

  private final Map<String, Optional<Column>> columns = new HashMap<>();

  @Override
  public void map(List<RawField> fields, RecordDraft draft, Faults faults) {
    Map<Column, List<RawField>> map = new EnumMap<>(Column.class);
    for (RawField raw : fields) {
      String text = CsvCells.text(raw.value());
      if (!text.isBlank() && !ABSENT.contains(text.strip())) {
        RawField field =
            text.length() == raw.value().length() ? raw : new RawField(raw.tag(), text);
        columns
            .computeIfAbsent(field.tag(), Column::of)
            .ifPresent(column -> map.computeIfAbsent(column, _ -> new ArrayList<>()).add(field));
      }
    }
    all(map, Column.TYPE).forEach(words -> Kinds.add(draft, Plain.line(words)));
    draft
        .title(first(map, Column.TITLE))
        .vernacularTitle(first(map, Column.VERNACULAR))
        .volume(first(map, Column.VOLUME))
        .issue(first(map, Column.ISSUE))
        .journalAbbreviation(first(map, Column.ABBREVIATION))
        .database(first(map, Column.DATABASE));
    for (String text : all(map, Column.ABSTRACT)) {
      draft.abstractText(Plain.abstractText(text));
    }
    source(map, draft);
    authors(map, draft);
    dates(map, draft, faults);
    String pages = first(map, Column.PAGES);
    draft
        .pages(pages == null ? null : DASH.matcher(pages).replaceAll("-"))
        .pages(Pages.of(first(map, Column.FIRST_PAGE), first(map, Column.LAST_PAGE)))
        .pages(first(map, Column.ARTICLE_NUMBER));
    keywords(map, draft);
    for (String text : all(map, Column.LANGUAGE)) {
      Plain.parts(text, ";,").forEach(language -> draft.language(Plain.line(language)));
    }
    all(map, Column.ADDRESS).forEach(address -> draft.address(Plain.line(address)));
    identifiers(map, draft);
  }

  private static void source(Map<Column, List<RawField>> map, RecordDraft draft) {
    draft.journal(first(map, Column.JOURNAL)).journal(first(map, Column.BOOK));
    String source = first(map, Column.SOURCE);
    if (source == null) {
      return;
    }
    if (EmbaseSource.looksLike(source)) {
      EmbaseSource.map(source, draft);
      draft.database("Embase");
    } else if (map.containsKey(Column.JOURNAL)) {
      draft.database(source);
    } else if (Identifiers.isAddress(source)) {
      // The Cochrane Library, of what a register holds.
      draft.address(source);
      Identifiers.trials(source).forEach(draft::identifier);
    } else {
      draft.journal(source);
    }
  }

  private static void authors(Map<Column, List<RawField>> map, RecordDraft draft) {
    for (String text : all(map, Column.AUTHORS)) {
      if (!draft.hasAuthors()) {
        Names.all(text).forEach(draft::author);
      }
    }
    for (String text : all(map, Column.FULL_AUTHORS)) {
      if (!draft.hasAuthors()) {
        Names.all(ID_IN_BRACKETS.matcher(text).replaceAll("")).forEach(draft::author);
      }
    }
  }

  private static void dates(Map<Column, List<RawField>> map, RecordDraft draft, Faults faults) {
    String year = first(map, Column.YEAR);
    String date = first(map, Column.DATE);
    draft.year(Years.of(year)).year(Years.of(date)).date(date);
    if (draft.year().isEmpty() && year != null) {
      faults.add(map.getOrDefault(Column.YEAR, List.of()).getFirst(), ReadProblem.Kind.NO_YEAR);
    }
  }

  /// Terms of a thesaurus hold commas, so that these part them only where nothing else does.
  private static void keywords(Map<Column, List<RawField>> map, RecordDraft draft) {
    for (RawField field : map.getOrDefault(Column.KEYWORDS, List.of())) {
      String text = field.value();
      List<String> words;
      if (text.indexOf('\n') >= 0 || text.indexOf(';') >= 0) {
        words = Plain.parts(text, ";\n");
      } else if (text.indexOf('|') >= 0) {
        words = Plain.parts(text, "|");
      } else {
        words = List.of(COMMA.split(text, -1));
      }
      words.forEach(word -> draft.keyword(Plain.line(word)));
    }
  }

  private static void identifiers(Map<Column, List<RawField>> map, RecordDraft draft) {
    for (String text : all(map, Column.DOI)) {
      Identifiers.doi(text).ifPresent(draft::identifier);
    }
    for (String text : all(map, Column.PMID)) {
      // A spreadsheet may have made a decimal number of it.
      Identifiers.pmid(DECIMAL.matcher(text).replaceFirst("")).ifPresent(draft::identifier);
    }
    for (String text : all(map, Column.PMCID)) {
      Identifiers.pmcid(text.startsWith("PMC") ? text : "PMC" + text).ifPresent(draft::identifier);
    }
    for (String text : all(map, Column.SERIAL)) {
      Identifiers.serialsAndBooks(text).forEach(draft::identifier);
    }
    for (String text : all(map, Column.EMBASE)) {
      Identifiers.embase(text).ifPresent(draft::identifier);
    }
    for (String text : all(map, Column.ACCESSION)) {
      Identifiers.accession(text).ifPresent(draft::identifier);
    }
    for (String text : all(map, Column.TRIAL)) {
      Identifiers.trials(text).forEach(draft::identifier);
    }
    for (String text : all(map, Column.EXTRA)) {
      Matcher pmid = PMID.matcher(text);
      if (pmid.find()) {
        Identifiers.pmid(pmid.group(1)).ifPresent(draft::identifier);
      }
      Matcher pmcid = PMCID.matcher(text);
      if (pmcid.find()) {
        Identifiers.pmcid(pmcid.group()).ifPresent(draft::identifier);
      }
    }
    for (String text : all(map, Column.ADDRESS)) {
      if (text.contains("doi.org/")) {
        Identifiers.doi(text).ifPresent(draft::identifier);
      } else if (text.contains("sid=EMBASE") && text.contains("id=doi:")) {
        String rest = text.substring(text.indexOf("id=doi:") + "id=doi:".length());
        Identifiers.doi(rest.split("&", 2)[0]).ifPresent(draft::identifier);
      }
      EmbaseSource.number(text).ifPresent(draft::identifier);
    }
  }

  private static List<String> all(Map<Column, List<RawField>> map, Column column) {
    List<RawField> fields = map.get(column);
    return fields == null ? List.of() : fields.stream().map(RawField::value).toList();
  }

  private static @Nullable String first(Map<Column, List<RawField>> map, Column column) {
    List<RawField> fields = map.get(column);
    return fields == null ? null : Plain.lineOrNull(fields.getFirst().value());
  }
}
