package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Author;

/// Cuts the names of authors into family and given name.
final class Names {
  private static final Pattern INITIALS =
      Pattern.compile("(?:\\p{Lu}\\p{M}*\\.?[- ]?){1,5}|(?:\\p{Lu}\\p{Ll}?\\.[- ]?){1,5}");
  private static final Pattern GROUP =
      Pattern.compile(
          "(?iu)\\b(?:group|consorti\\w+|collaborat\\w+|committee|society|association|network|"
              + "investigators|organi[sz]ation|institut\\w+|university|ministry|department|agency|"
              + "cent(?:re|er)|foundation|council|team|trialists|study|task force|inc|ltd|gmbh|"
              + "authors|initiative|registry|federation|academy|college|hospital|bureau|office|"
              + "programme|program)\\b");
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\s]+");
  private static final Pattern AND =
      Pattern.compile("\\s+(?i:and)\\s+|\\s*&\\s*|\\s+et\\s+(?=\\p{Lu})");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final Pattern ET_AL = Pattern.compile("(?iu)[, ]*\\bet\\.? al(?:\\.|\\b).*$");

  private Names() {}

  /// A name in any of the ways that exports write one.
  static Optional<Author> of(String text) {
    String name = Plain.line(text);
    while (name.endsWith(",") || name.endsWith(";")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    if (name.isEmpty() || MARKS.matcher(name).matches() || name.equalsIgnoreCase("et al.")) {
      return Optional.empty();
    }
    int comma = name.indexOf(',');
    if (comma > 0) {
      String family = name.substring(0, comma).strip();
      String rest = name.substring(comma + 1).strip();
      String given = rest.equals("null") ? "" : rest;
      return Optional.of(
          given.isEmpty() && group(family)
              ? Author.group(family)
              : family.isEmpty() ? Author.person(given, "") : Author.person(family, given));
    }
    int blank = name.lastIndexOf(' ');
    if (blank < 0) {
      return Optional.of(Author.person(name, ""));
    }
    if (group(name)) {
      return Optional.of(Author.group(name));
    }
    String last = name.substring(blank + 1);
    if (INITIALS.matcher(last).matches()) {
      return Optional.of(familyFirst(name));
    }
    return Optional.of(givenFirst(name));
  }

  /// `van der Berg A. B.`: what follows the last word that is no initials.
  private static Author familyFirst(String name) {
    String[] words = name.split(" ", -1);
    int end = words.length;
    while (end > 1 && INITIALS.matcher(words[end - 1]).matches()) {
      end--;
    }
    return Author.person(
        String.join(" ", List.of(words).subList(0, end)),
        String.join(" ", List.of(words).subList(end, words.length)));
  }

  /// `Ludwig van Beethoven`: the last word, with the small words before it.
  static Author givenFirst(String name) {
    String[] words = WHITE.split(name.strip(), -1);
    int begin = words.length - 1;
    while (begin > 1 && Character.isLowerCase(words[begin - 1].codePointAt(0))) {
      begin--;
    }
    if (begin == 1 && Character.isLowerCase(words[0].codePointAt(0))) {
      begin = 0;
    }
    return Author.person(
        String.join(" ", List.of(words).subList(begin, words.length)),
        String.join(" ", List.of(words).subList(0, begin)));
  }

  private static boolean group(String name) {
    return GROUP.matcher(name).find();
  }

  /// The authors of one cell, joined in any of the ways that exports join them.
  static List<Author> all(String text) {
    String line = Plain.line(text);
    String joined = mayBeCut(line) ? ET_AL.matcher(line).replaceFirst("") : line;
    List<String> names;
    if (joined.indexOf(';') >= 0) {
      names = List.of(joined.split(";", -1));
    } else if (joined.indexOf('|') >= 0) {
      names = List.of(joined.split("\\|", -1));
    } else if (AND.matcher(joined).find() && !group(joined)) {
      names = byAnd(joined);
    } else {
      names = byComma(joined);
    }
    List<Author> authors = new ArrayList<>();
    names.forEach(name -> of(name).ifPresent(authors::add));
    return authors;
  }

  /// Whether a word begins as the second of "et al." does; told without a pattern.
  private static boolean mayBeCut(String line) {
    for (int i = line.indexOf(' '); i >= 0; i = line.indexOf(' ', i + 1)) {
      if (line.regionMatches(true, i + 1, "al", 0, 2)) {
        return true;
      }
    }
    return false;
  }

  /// `A, B and C` lists names by commas too; `Last, First and Last, First` does not.
  private static List<String> byAnd(String joined) {
    List<String> parts = List.of(AND.split(joined, -1));
    if (parts.size() == 2
        && parts.getLast().indexOf(',') < 0
        && parts.getFirst().indexOf(',') > 0) {
      List<String> names = new ArrayList<>(byComma(parts.getFirst()));
      names.add(parts.getLast());
      return names;
    }
    return parts;
  }

  /// `Huey, SL, Mehta, NH,` as the Cochrane Library writes in BibTeX, each family name followed by
  /// its initials; anything else as it stands.
  static List<String> pairs(String text) {
    String stripped = text.strip();
    String list = stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    String[] pieces = COMMA.split(list, -1);
    boolean pairs = pieces.length % 2 == 0;
    List<String> names = new ArrayList<>();
    for (int i = 0; pairs && i < pieces.length; i += 2) {
      pairs = INITIALS.matcher(pieces[i + 1]).matches();
      names.add(pieces[i] + ", " + pieces[i + 1]);
    }
    return pairs && names.size() > 1 ? names : List.of(list);
  }

  /// `Liu R., Adler D.G.`: each piece a name; `Liu, R., Adler, D.G.`: two pieces a name.
  private static List<String> byComma(String joined) {
    String[] pieces = COMMA.split(joined, -1);
    if (pieces.length == 1) {
      return List.of(joined);
    }
    if (List.of(pieces).stream().allMatch(piece -> piece.indexOf(' ') > 0)) {
      return List.of(pieces);
    }
    List<String> pairs = pairs(joined);
    if (pairs.size() > 1) {
      return pairs;
    }
    return pieces.length == 2 ? List.of(joined) : List.of(pieces);
  }
}
