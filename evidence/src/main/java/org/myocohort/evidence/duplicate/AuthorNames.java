package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Author;

/// Who wrote, as it is compared: of each the words of the name, in no order, and the initials.
///
/// Exports put family names first or last, cut given names to initials, and sometimes run all
/// authors together without a mark between them.
final class AuthorNames {
  /// More than these are not compared: a paper of a consortium is told by its first authors.
  private static final int MOST = 25;

  private static final int WORDS_RUN_TOGETHER = 6;
  private static final Pattern BETWEEN_RUN_TOGETHER =
      Pattern.compile("(?<=\\b\\p{Lu}\\.)(?=\\p{Lu}[\\p{Ll}'’])");
  private static final Pattern INITIALS =
      Pattern.compile("\\p{Lu}{1,4}|(?:\\p{Lu}{1,2}[.\\s-]*){1,5}");

  /// "Lapeyraque AL".
  private static final Pattern FAMILY_AND_INITIALS = Pattern.compile("(.*\\p{Ll}) (\\p{Lu}{1,4})");

  private static final Set<String> NOBODY =
      Set.of(
          "unknown",
          "anonymous",
          "anon",
          "et al",
          "others",
          "no authors listed",
          "no author listed",
          "author not listed",
          "none",
          "nan",
          "n a",
          "na",
          "null");

  private final List<Name> names;

  private AuthorNames(List<Name> names) {
    this.names = List.copyOf(names);
  }

  /// One name: its words of more than one letter, as numbers of the vocabulary, and a bit for each
  /// first letter, of words too.
  private static final class Name {
    private final int[] words;
    private final int initials;

    private Name(int[] words, int initials) {
      this.words = words;
      this.initials = initials;
    }
  }

  static AuthorNames of(List<Author> authors, Vocabulary vocabulary) {
    List<Name> names = new ArrayList<>();
    for (Author author : authors) {
      if (names.size() >= MOST) {
        break;
      }
      String[] together = runTogether(author.family());
      if (author.group() || (together.length == 1 && !author.given().isEmpty())) {
        add(names, author.family(), author.given(), vocabulary);
        continue;
      }
      together[together.length - 1] += " " + author.given();
      for (String name : together) {
        addUnparted(names, name.strip(), authors.size() * together.length == 1, vocabulary);
      }
    }
    return new AuthorNames(names.size() > MOST ? names.subList(0, MOST) : names);
  }

  private static String[] runTogether(String family) {
    return family.indexOf('.') < 0 ? new String[] {family} : BETWEEN_RUN_TOGETHER.split(family, -1);
  }

  /// The words of the first author's name, at most three.
  List<String> firstNames(Vocabulary vocabulary) {
    List<String> words = new ArrayList<>();
    if (!unknown()) {
      for (int word : names.getFirst().words) {
        if (words.size() < 3) {
          words.add(vocabulary.word(word));
        }
      }
    }
    return words;
  }

  /// A name whose family and given parts are not told apart; of one that is long beyond a name, and
  /// the only one, each word is a name.
  private static void addUnparted(
      List<Name> names, String name, boolean only, Vocabulary vocabulary) {
    Matcher abbreviated = FAMILY_AND_INITIALS.matcher(name);
    List<String> words = Letters.words(name);
    if (abbreviated.matches()) {
      add(names, abbreviated.group(1), abbreviated.group(2), vocabulary);
    } else if (only && words.size() >= WORDS_RUN_TOGETHER) {
      words.stream()
          .filter(word -> word.length() > 1)
          .forEach(word -> add(names, word, "", vocabulary));
    } else {
      add(names, name, "", vocabulary);
    }
  }

  int size() {
    return names.size();
  }

  boolean unknown() {
    return names.isEmpty();
  }

  /// Which part of the shorter list stands in the longer one.
  double shared(AuthorNames other, Vocabulary vocabulary) {
    AuthorNames shorter = names.size() <= other.names.size() ? this : other;
    AuthorNames longer = shorter == this ? other : this;
    boolean[] taken = new boolean[longer.names.size()];
    int found = 0;
    for (int at = 0; at < shorter.names.size(); at++) {
      int match = longer.indexOf(shorter.names.get(at), at, taken, vocabulary);
      if (match >= 0) {
        taken[match] = true;
        found++;
      }
    }
    return shorter.names.isEmpty() ? 0 : (double) found / shorter.names.size();
  }

  boolean sameFirst(AuthorNames other, Vocabulary vocabulary) {
    return !unknown()
        && !other.unknown()
        && same(names.getFirst(), other.names.getFirst(), vocabulary);
  }

  private int indexOf(Name name, int likely, boolean[] taken, Vocabulary vocabulary) {
    if (!taken[likely] && same(name, names.get(likely), vocabulary)) {
      return likely;
    }
    for (int at = 0; at < names.size(); at++) {
      if (at != likely && !taken[at] && same(name, names.get(at), vocabulary)) {
        return at;
      }
    }
    return -1;
  }

  /// The same when they share a word of more than one letter, and the initials of what they do not
  /// share do not speak against it.
  private static boolean same(Name first, Name second, Vocabulary vocabulary) {
    for (int mine : first.words) {
      for (int theirs : second.words) {
        if (mine == theirs || vocabulary.alike(mine, theirs)) {
          int shared = bit(vocabulary.word(mine)) | bit(vocabulary.word(theirs));
          int left = first.initials & ~shared;
          int right = second.initials & ~shared;
          return left == 0 || right == 0 || (left & right) != 0;
        }
      }
    }
    return false;
  }

  private static void add(List<Name> names, String family, String given, Vocabulary vocabulary) {
    List<String> words = new ArrayList<>(Letters.words(family));
    int initials = 0;
    if (INITIALS.matcher(given).matches()) {
      for (String letter : Letters.words(given)) {
        for (int at = 0; at < letter.length(); at++) {
          initials |= bit(letter.substring(at, at + 1));
        }
      }
    } else {
      words.addAll(Letters.words(given));
    }
    if (words.isEmpty() || NOBODY.contains(String.join(" ", words))) {
      return;
    }
    List<String> named = new ArrayList<>();
    for (String word : words) {
      initials |= bit(word);
      if (word.length() > 1) {
        named.add(word);
      }
    }
    if (!named.isEmpty()) {
      names.add(new Name(vocabulary.numbers(named), initials));
    }
  }

  /// Of letters outside a to z several share a bit.
  private static int bit(String word) {
    int letter = word.charAt(0);
    return letter >= 'a' && letter <= 'z' ? 1 << (letter - 'a') : 1 << (26 + letter % 5);
  }
}
