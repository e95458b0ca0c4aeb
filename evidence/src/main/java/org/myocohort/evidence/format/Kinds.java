package org.myocohort.evidence.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RecordDraft;

/// What kind of thing a record describes, from the codes and words of the formats.
final class Kinds {
  private static final Map<String, PublicationType> RIS =
      Map.ofEntries(
          Map.entry("JOUR", PublicationType.ARTICLE),
          Map.entry("EJOUR", PublicationType.ARTICLE),
          Map.entry("JFULL", PublicationType.ARTICLE),
          Map.entry("MGZN", PublicationType.ARTICLE),
          Map.entry("NEWS", PublicationType.ARTICLE),
          Map.entry("INPR", PublicationType.ARTICLE),
          Map.entry("CONF", PublicationType.CONFERENCE),
          Map.entry("CPAPER", PublicationType.CONFERENCE),
          Map.entry("BOOK", PublicationType.BOOK),
          Map.entry("EBOOK", PublicationType.BOOK),
          Map.entry("EDBOOK", PublicationType.BOOK),
          Map.entry("WHOLE", PublicationType.BOOK),
          Map.entry("CHAP", PublicationType.CHAPTER),
          Map.entry("ECHAP", PublicationType.CHAPTER),
          Map.entry("THES", PublicationType.THESIS),
          Map.entry("RPRT", PublicationType.REPORT),
          Map.entry("GOVDOC", PublicationType.REPORT),
          Map.entry("DATA", PublicationType.DATASET),
          Map.entry("DBASE", PublicationType.DATASET),
          Map.entry("AGGR", PublicationType.DATASET),
          Map.entry("ICTRP", PublicationType.TRIAL_REGISTRATION));

  /// Words of which the first that is found decides; a word of its own stands before one that it
  /// holds.
  private static final List<Map.Entry<String, PublicationType>> WORDS =
      List.of(
          Map.entry("conference", PublicationType.CONFERENCE),
          Map.entry("meeting abstract", PublicationType.CONFERENCE),
          Map.entry("proceedings", PublicationType.CONFERENCE),
          Map.entry("congress", PublicationType.CONFERENCE),
          Map.entry("preprint", PublicationType.PREPRINT),
          Map.entry("trial registry", PublicationType.TRIAL_REGISTRATION),
          Map.entry("trial registration", PublicationType.TRIAL_REGISTRATION),
          Map.entry("registry record", PublicationType.TRIAL_REGISTRATION),
          Map.entry("thesis", PublicationType.THESIS),
          Map.entry("dissertation", PublicationType.THESIS),
          Map.entry("chapter", PublicationType.CHAPTER),
          Map.entry("book section", PublicationType.CHAPTER),
          Map.entry("inbook", PublicationType.CHAPTER),
          Map.entry("incollection", PublicationType.CHAPTER),
          Map.entry("book review", PublicationType.ARTICLE),
          Map.entry("journal", PublicationType.ARTICLE),
          Map.entry("magazine", PublicationType.ARTICLE),
          Map.entry("article", PublicationType.ARTICLE),
          Map.entry("monograph", PublicationType.BOOK),
          Map.entry("book", PublicationType.BOOK),
          Map.entry("case report", PublicationType.ARTICLE),
          Map.entry("report", PublicationType.REPORT),
          Map.entry("dataset", PublicationType.DATASET),
          Map.entry("data set", PublicationType.DATASET),
          Map.entry("review", PublicationType.ARTICLE),
          Map.entry("letter", PublicationType.ARTICLE),
          Map.entry("editorial", PublicationType.ARTICLE),
          Map.entry("short survey", PublicationType.ARTICLE),
          Map.entry("erratum", PublicationType.ARTICLE));

  /// Types of MEDLINE that hold a word of the list above and mean another thing.
  private static final List<String> ABOUT_MEETINGS =
      List.of("consensus development conference", "clinical conference");

  private Kinds() {}

  static PublicationType ofRis(String code) {
    String text = code.strip();
    PublicationType known = RIS.get(text.toUpperCase(Locale.ROOT));
    return known == null ? ofWords(text).orElse(PublicationType.OTHER) : known;
  }

  /// The kind that the words of a database name, if any.
  static Optional<PublicationType> ofWords(String words) {
    String text = words.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
    for (String other : ABOUT_MEETINGS) {
      if (text.startsWith(other)) {
        return Optional.of(PublicationType.ARTICLE);
      }
    }
    for (Map.Entry<String, PublicationType> word : WORDS) {
      if (text.contains(word.getKey())) {
        return Optional.of(word.getValue());
      }
    }
    return Optional.empty();
  }

  /// Adds what the database calls the record; where that names a kind more exactly than the
  /// article, or nothing, that is known so far, it decides.
  static void add(RecordDraft draft, String words) {
    if (words.isBlank()) {
      return;
    }
    draft.publicationType(words);
    PublicationType now = draft.type();
    ofWords(words)
        .filter(kind ->
            now == PublicationType.NOT_GIVEN
                || now == PublicationType.OTHER
                || (now == PublicationType.ARTICLE && narrows(kind)))
        .ifPresent(draft::type);
  }

  private static boolean narrows(PublicationType kind) {
    return switch (kind) {
      case CONFERENCE, PREPRINT, TRIAL_REGISTRATION, DATASET -> true;
      case ARTICLE, BOOK, CHAPTER, THESIS, REPORT, OTHER, NOT_GIVEN -> false;
    };
  }
}
