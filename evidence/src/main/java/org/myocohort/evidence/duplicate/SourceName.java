package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The journal, book or conference, as it is compared: in full and abbreviated names are equal, and
/// so are one with its place, its society or its number in a row, and without.
///
/// @param forms the words of each name
/// @param serials its numbers as a serial
record SourceName(List<List<String>> forms, Set<String> serials, Kind kind) {
  /// What a name says that it is.
  enum Kind {
    JOURNAL,
    MEETING,
    UNSAID
  }

  /// How far two names agree.
  enum Match {
    SAME,
    /// One has words that the other lacks.
    PART,
    DIFFERENT,
    /// At least one is not given.
    NOT_GIVEN
  }

  private static final Pattern FORMS =
      Pattern.compile(
          "\\s*(?:=|\\[|\\]|\\(|\\)|;|:|\\||\\. ?Conference:?|\\. (?=\\p{Lu}\\p{Ll}+ ))\\s*");
  private static final Set<String> SILENT =
      Set.of(
          "the",
          "of",
          "and",
          "for",
          "in",
          "on",
          "to",
          "de",
          "la",
          "le",
          "les",
          "des",
          "du",
          "der",
          "die",
          "das",
          "und",
          "fur",
          "et",
          "e",
          "y",
          "del",
          "della",
          "dell",
          "di",
          "il",
          "el",
          "a",
          "an",
          "at",
          "its",
          "electronic",
          "resource",
          "online",
          "s",
          "l",
          "d");
  private static final Set<String> ORDINALS =
      Set.of(
          "st",
          "nd",
          "rd",
          "th",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth",
          "thirtieth",
          "fortieth",
          "fiftieth",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "annual",
          "proceedings",
          "proc");
  private static final Set<String> MEETINGS =
      Set.of(
          "conference",
          "conf",
          "workshop",
          "symposium",
          "symp",
          "congress",
          "proceedings",
          "proc",
          "meeting");
  private static final Set<String> PREPRINT_SERVERS =
      Set.of("biorxiv", "medrxiv", "arxiv", "psyarxiv", "ssrn", "chemrxiv", "preprints");
  private static final Set<String> JOURNALS =
      Set.of(
          "journal",
          "j",
          "journals",
          "revista",
          "zeitschrift",
          "archives",
          "annals",
          "transactions");

  SourceName {
    forms = forms.stream().map(List::copyOf).toList();
    serials = Set.copyOf(serials);
  }

  static SourceName of(
      @Nullable String journal, @Nullable String abbreviation, Collection<String> serials) {
    Set<List<String>> forms = new LinkedHashSet<>();
    Kind kind = Kind.UNSAID;
    if (journal != null) {
      kind = kindOf(Letters.words(journal));
      addForms(forms, journal);
    }
    if (abbreviation != null) {
      addForms(forms, abbreviation);
    }
    return new SourceName(new ArrayList<>(forms), new LinkedHashSet<>(serials), kind);
  }

  boolean unknown() {
    return forms.isEmpty() && serials.isEmpty();
  }

  boolean cochrane() {
    return !forms.isEmpty() && forms.getFirst().contains("cochrane");
  }

  /// Whether it is a server of versions before publication.
  boolean preprints() {
    return forms.stream().anyMatch(form -> form.stream().anyMatch(PREPRINT_SERVERS::contains));
  }

  Match match(SourceName other) {
    for (String serial : serials) {
      if (other.serials.contains(serial)) {
        return Match.SAME;
      }
    }
    if (forms.isEmpty() || other.forms.isEmpty()) {
      return Match.NOT_GIVEN;
    }
    if (cochrane() && other.cochrane()) {
      return Match.SAME;
    }
    Match best = Match.DIFFERENT;
    for (List<String> mine : forms) {
      for (List<String> theirs : other.forms) {
        Match match = match(mine, theirs);
        if (match == Match.SAME) {
          return match;
        }
        best = match == Match.PART ? match : best;
      }
    }
    boolean otherKind = kind != other.kind && kind != Kind.UNSAID && other.kind != Kind.UNSAID;
    return otherKind ? Match.DIFFERENT : best;
  }

  private static void addForms(Set<List<String>> forms, String name) {
    addForm(forms, name);
    String[] parts = FORMS.split(name, -1);
    if (parts.length > 1) {
      for (String part : parts) {
        addForm(forms, part);
      }
    }
  }

  private static void addForm(Set<List<String>> forms, String name) {
    List<String> words = new ArrayList<>();
    for (String word : Letters.words(name)) {
      if (!SILENT.contains(word) && !ORDINALS.contains(word) && !Letters.number(word)) {
        words.add(word);
      }
    }
    if (!words.isEmpty() && !String.join("", words).equals("unknown")) {
      forms.add(words);
    }
  }

  private static Kind kindOf(List<String> words) {
    boolean meeting = false;
    boolean journal = false;
    for (String word : words) {
      meeting |= MEETINGS.contains(word);
      journal |= JOURNALS.contains(word);
    }
    return meeting == journal ? Kind.UNSAID : meeting ? Kind.MEETING : Kind.JOURNAL;
  }

  private static Match match(List<String> first, List<String> second) {
    if (first.equals(second)
        || acronym(first, second)
        || acronym(second, first)
        || String.join("", first).equals(String.join("", second))) {
      return Match.SAME;
    }
    List<String> shorter = first.size() <= second.size() ? first : second;
    List<String> longer = first.size() <= second.size() ? second : first;
    int at = 0;
    for (String word : longer) {
      if (at < shorter.size() && abbreviates(shorter.get(at), word)) {
        at++;
      }
    }
    if (at < shorter.size()) {
      return Match.DIFFERENT;
    }
    return shorter.size() == longer.size() ? Match.SAME : Match.PART;
  }

  /// Whether one word is made of the beginnings of all words of a name, in order: `bmj`, `amcis`,
  /// `jthoraccardiovascsurg`.
  private static boolean acronym(List<String> letters, List<String> name) {
    return letters.size() == 1 && name.size() > 1 && begins(letters.getFirst(), 0, name, 0);
  }

  private static boolean begins(String letters, int at, List<String> name, int word) {
    if (word == name.size()) {
      return at == letters.length();
    }
    String whole = name.get(word);
    for (int taken = 1; taken <= whole.length() && at + taken <= letters.length(); taken++) {
      if (whole.charAt(taken - 1) != letters.charAt(at + taken - 1)) {
        return false;
      }
      if (begins(letters, at + taken, name, word + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the words may stand for the other: `natl` for `national`, `j` for `journal`.
  private static boolean abbreviates(String first, String second) {
    String shorter = first.length() <= second.length() ? first : second;
    String longer = first.length() <= second.length() ? second : first;
    if (shorter.charAt(0) != longer.charAt(0)) {
      return false;
    }
    if (longer.startsWith(shorter) || Spelling.alike(shorter, longer)) {
      return true;
    }
    if (shorter.length() < 3) {
      return false;
    }
    int at = 0;
    for (int letter = 0; letter < longer.length() && at < shorter.length(); letter++) {
      if (longer.charAt(letter) == shorter.charAt(at)) {
        at++;
      }
    }
    return at == shorter.length();
  }
}
