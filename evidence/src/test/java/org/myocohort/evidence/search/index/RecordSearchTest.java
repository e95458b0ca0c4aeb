package org.myocohort.evidence.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RecordOrigin;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.index.StrategyCounts.Known;

class RecordSearchTest {
  private static BibliographicRecord record(
      int number, String title, String text, List<String> keywords, @Nullable Integer year) {
    return new BibliographicRecord(
        new RecordOrigin("export.ris", number, number),
        null,
        PublicationType.ARTICLE,
        List.of("Case Reports"),
        title,
        null,
        List.of(Author.person("Writer" + number, "A.")),
        year,
        null,
        "Journal of Examples",
        null,
        null,
        null,
        null,
        text,
        keywords,
        List.of(new Identifier(IdentifierKind.DOI, "10.1000/" + number, "10.1000/" + number)),
        List.of("eng"),
        List.of(),
        List.of(),
        List.of());
  }

  private static SequencedMap<String, BibliographicRecord> records() {
    SequencedMap<String, BibliographicRecord> records = new LinkedHashMap<>();
    records.put(
        "1",
        record(
            1,
            "Anakinra in antisynthetase syndrome",
            "Interstitial lung disease improved on anakinra.",
            List.of("*Myositis/drug therapy", "Humans"),
            2020));
    records.put(
        "2",
        record(
            2,
            "Myocarditis: a case of the heart",
            "Cardiac failure, then death. Interstitial oedema of the lung; a disease.",
            List.of("Humans", "Lung Diseases, Interstitial"),
            2010));
    records.put(
        "3", record(3, "Interleukin-1 in m\u00fcscle", "Tumour, tumor, women.", List.of(), null));
    records.put(
        "4", record(4, "Interstitial lung disease", "Anakinra was not given.", List.of(), 2005));
    return records;
  }

  private static StrategyCounts run(String text, Dialect dialect) throws IOException {
    try (RecordIndex index = RecordIndex.inMemory()) {
      index.add(records());
      try (RecordSearch search = index.search()) {
        ParsedSearch parsed = SearchParser.parse(text, dialect);
        return search.run(parsed.strategy(), List.of());
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1} finds {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OVID   | anakinra.ti.                          | 1",
        "OVID   | anakinra.ti,ab.                       | 1 4",
        "OVID   | interstitial lung disease.mp.         | 1 4",
        "EMBASE | interstitial lung disease             | 1 2 4",
        "EMBASE | 'interstitial lung disease'           | 1 4",
        "OVID   | (lung adj interstitial).ti,ab.        |",
        "OVID   | (lung adj1 interstitial).ti,ab.       | 1 4",
        "OVID   | (interstitial adj4 lung).ab.          | 1 2",
        "OVID   | (interstitial adj3 lung).ab.          | 1",
        "OVID   | ((heart or cardiac) adj2 (fail$ or death)).ab. | 2",
        "OVID   | tumo?r.ab.                            | 3",
        "OVID   | wom#n.ab.                             | 3",
        "OVID   | tum$1.ab.                             |",
        "OVID   | tum$2.ab.                             | 3",
        "PUBMED | interleukin-1[ti]                     | 3",
        "PUBMED | muscle[ti]                            | 3",
        "PUBMED | anaki*[tiab] NOT myositis[mh]         | 4",
        "PUBMED | \"interstitial lung\"[tiab:~4]        | 1 2 4",
        "PUBMED | myositis[majr:noexp]                  | 1",
        "PUBMED | 2005:2010[dp]                         | 2 4",
        "PUBMED | anakinra[ti] AND english[la]          | 1",
        "EMBASE | 'lung diseases, interstitial'/de      | 2",
        "OVID   | writer2 a.au.                         | 2",
        "OVID   | case reports.pt. and anakinra.ti.     | 1",
      })
  void recordsAreFoundAsTheDialectMeans(Dialect dialect, String text, @Nullable String found)
      throws IOException {
    assertThat(String.join(" ", run(text, dialect).found())).isEqualTo(found == null ? "" : found);
  }

  @Test
  void eachReadingOfTheLettersStringIsCounted() throws IOException {
    StrategyCounts counts =
        run(
            "(interleukin-1)OR(anakinra) AND (antisynthetase syndrome)OR(antisynthetase antibody)"
                + "OR(interstitial lung disease)OR(myocarditis)",
            Dialect.PUBMED);
    StrategyCounts.LineCount line = counts.lines().getFirst();
    assertThat(line.count()).isEqualTo(3);
    assertThat(line.readings())
        .extracting(StrategyCounts.ReadingCount::count)
        .containsExactly(3, 4, 2);
    assertThat(line.meant()).isEqualTo(2);
    assertThat(line.terms()).extracting(StrategyCounts.TermCount::count).contains(1, 2, 3);
  }

  @Test
  void linesReferToEachOtherAndLimitsApply() throws IOException {
    StrategyCounts counts =
        run(
            "anakinra.mp.\nmyocarditis.mp.\nor/1-2\nlimit 3 to yr=\"2010 -Current\"\n"
                + "exp Myositis/\nlimit 3 to \"core clinical journals (aim)\"",
            Dialect.OVID);
    assertThat(counts.lines())
        .extracting(StrategyCounts.LineCount::count)
        .containsExactly(2, 1, 3, 2, 1, 3);
    assertThat(counts.notes())
        .extracting(StrategyCounts.Note::code)
        .contains(
            StrategyCounts.Note.Code.NOT_EXPLODED, StrategyCounts.Note.Code.LIMIT_NOT_APPLIED);
  }

  @Test
  void aMissedRecordIsToldWithWhatItLacks() throws IOException {
    try (RecordIndex index = RecordIndex.inMemory()) {
      index.add(records());
      try (RecordSearch search = index.search()) {
        ParsedSearch parsed =
            SearchParser.parse("(anakinra OR myocarditis) AND syndrome", Dialect.EMBASE);
        List<BibliographicRecord> benchmark =
            List.of(
                record(1, "by its number", "", List.of(), null),
                record(9, "Interstitial Lung Disease.", "", List.of(), null),
                record(8, "elsewhere", "", List.of(), null));
        List<Known> known = search.run(parsed.strategy(), benchmark).known();
        assertThat(known)
            .extracting(Known::state)
            .containsExactly(
                Known.State.FOUND, Known.State.MISSED, Known.State.NOT_AMONG_THE_RECORDS);
        assertThat(known.get(1).id()).isEqualTo("4");
        assertThat(known.get(1).without()).hasSize(1);
      }
    }
  }

  @Test
  void anIndexOnDiskGrowsAndReplaces(@TempDir Path folder) throws IOException {
    try (RecordIndex index = RecordIndex.in(folder)) {
      index.add(records());
      index.commit();
    }
    try (RecordIndex index = RecordIndex.in(folder)) {
      SequencedMap<String, BibliographicRecord> more = new LinkedHashMap<>();
      more.put("4", record(4, "Replaced", "Nothing.", List.of(), 2005));
      more.put("5", record(5, "Anakinra again", "Text.", List.of(), 2026));
      index.add(more);
      try (RecordSearch search = index.search()) {
        assertThat(search.size()).isEqualTo(5);
        assertThat(
                search
                    .run(SearchParser.parse("anakinra", Dialect.EMBASE).strategy(), List.of())
                    .found())
            .containsExactly("1", "5");
      }
    }
  }

  @Test
  void recordsGivenOneByOneAreAllThereAndTheLastUnderAnIdStays() throws IOException {
    try (RecordIndex index = RecordIndex.inMemory()) {
      try (RecordAdder adder = index.adder()) {
        for (int i = 0; i < 3000; i++) {
          String word = i < 2500 ? "early" : "late";
          adder.add("id" + i % 2500, record(i + 1, "Title " + word, "", List.of(), null));
        }
      }
      try (RecordSearch search = index.search()) {
        ParsedSearch late = SearchParser.parse("late", Dialect.PUBMED);
        StrategyCounts counts = search.run(late.strategy(), List.of());
        assertThat(counts.records()).isEqualTo(2500);
        assertThat(counts.count()).isEqualTo(500);
        assertThat(counts.found()).startsWith("id0", "id1", "id2").hasSize(500);
      }
    }
  }
}
