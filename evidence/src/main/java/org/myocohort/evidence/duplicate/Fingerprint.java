package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.PublicationType;

/// A record as it is compared: every field normalised once.
///
/// @param titles forms of the title; empty where none is given
/// @param kinds what the title says it is besides a work of its own
/// @param volume its first number, empty where none is given
/// @param issue its first number, empty where none is given
/// @param doi empty where none is given
/// @param pubMed empty where none is given
/// @param cochrane number of a Cochrane review, empty of anything else
/// @param trials registrations named as identifiers
/// @param recurring whether the title comes back issue by issue, such as `Editorial`
/// @param preprint whether it is a version before publication
record Fingerprint(
    List<TitleForm> titles,
    Set<TitleText.Kind> kinds,
    AuthorNames authors,
    SourceName source,
    @Nullable PageSpan pages,
    String volume,
    String issue,
    @Nullable Integer year,
    String doi,
    String pubMed,
    String cochrane,
    Set<String> trials,
    boolean recurring,
    boolean preprint,
    PublicationType type) {

  private static final Pattern FIRST_NUMBER = Pattern.compile("\\d+");
  private static final Pattern COCHRANE_DOI =
      Pattern.compile("10\\.1002/14651858\\.((?:cd|mr|ed)\\d{6})(?:\\..*)?");
  private static final Pattern COCHRANE_PAGES = Pattern.compile("(?i)\\b((?:cd|mr)\\d{6})\\b");
  private static final List<String> PREPRINT_DOIS =
      List.of(
          "10.1101/",
          "10.21203/",
          "10.31234/",
          "10.31219/",
          "10.31235/",
          "10.48550/",
          "10.2139/",
          "10.20944/",
          "10.26434/",
          "10.2196/preprints",
          "10.22541/",
          "10.64898/");

  Fingerprint {
    titles = List.copyOf(titles);
    kinds = Set.copyOf(kinds);
    trials = Set.copyOf(trials);
  }

  static Fingerprint of(BibliographicRecord record, Vocabulary vocabulary) {
    List<String> forms = new ArrayList<>();
    Set<TitleText.Kind> kinds = Set.of();
    boolean recurring = false;
    if (record.title() != null) {
      TitleText title = TitleText.of(record.title());
      forms.addAll(title.forms());
      kinds = title.kinds();
      recurring = title.recurring();
    }
    if (record.vernacularTitle() != null) {
      for (String form : TitleText.of(record.vernacularTitle()).forms()) {
        if (!forms.contains(form)) {
          forms.add(form);
        }
      }
    }
    String doi = record.identifier(IdentifierKind.DOI).orElse("");
    SourceName source =
        vocabulary.source(
            record.journal(), record.journalAbbreviation(), values(record, IdentifierKind.ISSN));
    List<TitleForm> titles = new ArrayList<>(forms.size());
    for (String form : forms) {
      titles.add(TitleForm.of(form, vocabulary));
    }
    return new Fingerprint(
        titles,
        kinds,
        AuthorNames.of(record.authors(), vocabulary),
        source,
        PageSpan.of(record.pages()),
        firstNumber(record.volume()),
        firstNumber(record.issue()),
        record.year(),
        doi,
        record.identifier(IdentifierKind.PMID).orElse(""),
        cochrane(record, doi, source),
        values(record, IdentifierKind.TRIAL),
        recurring,
        preprint(record, doi, source),
        record.type());
  }

  /// The first form of the title; null where none is given.
  @Nullable TitleForm title() {
    return titles.isEmpty() ? null : titles.getFirst();
  }

  private static Set<String> values(BibliographicRecord record, IdentifierKind kind) {
    Set<String> values = new TreeSet<>();
    for (Identifier identifier : record.identifiers()) {
      if (identifier.kind() == kind) {
        values.add(identifier.value());
      }
    }
    return values;
  }

  private static String firstNumber(@Nullable String volume) {
    if (volume == null) {
      return "";
    }
    Matcher number = FIRST_NUMBER.matcher(volume);
    return number.find() ? number.group() : "";
  }

  private static String cochrane(BibliographicRecord record, String doi, SourceName source) {
    Matcher named = COCHRANE_DOI.matcher(doi);
    if (named.matches()) {
      return named.group(1);
    }
    String pages = record.pages();
    if (pages == null || !source.cochrane()) {
      return "";
    }
    Matcher paged = COCHRANE_PAGES.matcher(pages);
    return paged.find() ? Letters.fold(paged.group(1)).replace(" ", "") : "";
  }

  private static boolean preprint(BibliographicRecord record, String doi, SourceName source) {
    if (record.type() == PublicationType.PREPRINT || source.preprints()) {
      return true;
    }
    for (String registrant : PREPRINT_DOIS) {
      if (doi.startsWith(registrant)) {
        return true;
      }
    }
    return false;
  }
}
