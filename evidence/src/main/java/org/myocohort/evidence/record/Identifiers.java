package org.myocohort.evidence.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings the names of records into the form in which equal ones are equal.
///
/// What does not look like a name of its kind is none: a DOI field that holds `n/a` gives nothing.
public final class Identifiers {
  private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/\\S+");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern PMID = Pattern.compile("(?<![0-9A-Za-z])[0-9]{1,9}(?![0-9A-Za-z])");
  private static final Pattern PMCID = Pattern.compile("(?i)PMC ?([0-9]{1,9})");
  private static final Pattern EMBASE = Pattern.compile("(?i)(?<![0-9A-Za-z])L ?([0-9]{6,12})");
  private static final Pattern TRIAL = Pattern.compile("(?i)(?<![0-9A-Za-z])NCT ?-?([0-9]{8})");
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?<![0-9A-Za-z-])[0-9]{4}[-\\u2010-\\u2013 ]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern BOOK =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:97[89][-\\u2010-\\u2013 ]?)?(?:[0-9][-\\u2010-\\u2013 ]?){9}[0-9Xx]"
              + "(?![0-9A-Za-z])");
  private static final Pattern BARE = Pattern.compile("[0-9]{5,6}[0-9Xx]");

  /// So many digits has the shortest number of a serial, and of a book.
  private static final int BARE_DIGITS = 5;

  private static final int BOOK_DIGITS = 9;
  private static final String CLOSING = ".,;:'\"";

  private Identifiers() {}

  /// Whether a text is an address on the web.
  public static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /// A DOI, wherever in the text it begins: `doi:`, an address and an escaped form are taken off.
  public static Optional<Identifier> doi(String raw) {
    String text = raw.strip();
    if (text.indexOf("10.") < 0 && !text.toLowerCase(Locale.ROOT).contains("10%2e")) {
      return Optional.empty();
    }
    Matcher matcher = DOI.matcher(unescaped(text));
    if (!matcher.find()) {
      return Optional.empty();
    }
    String value = matcher.group().toLowerCase(Locale.ROOT);
    int query = value.startsWith("10.") && text.contains("://") ? value.indexOf('&') : -1;
    value = query > 0 ? value.substring(0, query) : value;
    int end = value.length();
    while (end > 0 && (CLOSING.indexOf(value.charAt(end - 1)) >= 0 || unopened(value, end))) {
      end--;
    }
    return found(IdentifierKind.DOI, value.substring(0, end), raw);
  }

  /// Whether a text ends in a bracket that it does not open, as one quoted out of a sentence does.
  private static boolean unopened(String text, int end) {
    char last = text.charAt(end - 1);
    char opening = last == ')' ? '(' : last == ']' ? '[' : last == '>' ? '<' : 0;
    if (opening == 0) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < end; i++) {
      depth += text.charAt(i) == opening ? 1 : text.charAt(i) == last ? -1 : 0;
    }
    return depth < 0;
  }

  private static String unescaped(String text) {
    String plain = text;
    if (plain.indexOf('&') >= 0) {
      plain =
          plain
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&#38;", "&")
              .replace("&amp;", "&");
    }
    return plain.indexOf('%') < 0 ? plain : PERCENT.matcher(plain).replaceAll(Identifiers::decoded);
  }

  /// The characters that a run of `%2F%3A` stands for.
  private static String decoded(MatchResult run) {
    byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
    return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
  }

  /// A PubMed number.
  public static Optional<Identifier> pmid(String raw) {
    Matcher matcher = PMID.matcher(raw);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String digits = matcher.group();
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    digits = digits.substring(zeros);
    return digits.isEmpty() ? Optional.empty() : found(IdentifierKind.PMID, digits, raw);
  }

  /// A PubMed Central number, only with its letters.
  public static Optional<Identifier> pmcid(String raw) {
    Matcher matcher = PMCID.matcher(raw);
    return matcher.find()
        ? found(IdentifierKind.PMCID, "PMC" + matcher.group(1), raw)
        : Optional.empty();
  }

  /// An Embase accession number, only with its letter.
  public static Optional<Identifier> embase(String raw) {
    Matcher matcher = EMBASE.matcher(raw);
    return matcher.find()
        ? found(IdentifierKind.EMBASE, "L" + matcher.group(1), raw)
        : Optional.empty();
  }

  /// Every registered trial that a text names by its NCT number.
  public static List<Identifier> trials(String raw) {
    List<Identifier> all = new ArrayList<>();
    if (raw.indexOf('N') < 0 && raw.indexOf('n') < 0) {
      return all;
    }
    Matcher matcher = TRIAL.matcher(raw);
    while (matcher.find()) {
      all.add(new Identifier(IdentifierKind.TRIAL, "NCT" + matcher.group(1), matcher.group()));
    }
    return all;
  }

  /// Every serial and book number in a text, as a field that mixes them needs.
  public static List<Identifier> serialsAndBooks(String raw) {
    List<Identifier> all = new ArrayList<>();
    String rest = raw;
    int digits = digitCount(raw);
    if (digits < BARE_DIGITS) {
      return all;
    }
    Matcher books = BOOK.matcher(raw);
    while (digits >= BOOK_DIGITS && books.find()) {
      String book = withoutMarks(books.group());
      String core = book.length() == 13 ? book.substring(3, 12) : book.substring(0, 9);
      all.add(new Identifier(IdentifierKind.ISBN, core, books.group()));
      rest = rest.replace(books.group(), " ");
    }
    Matcher serials = SERIAL.matcher(rest);
    while (serials.find()) {
      String value = withoutMarks(serials.group()).toUpperCase(Locale.ROOT);
      all.add(new Identifier(IdentifierKind.ISSN, value, serials.group()));
    }
    if (all.isEmpty()) {
      bare(rest.strip()).ifPresent(all::add);
    }
    return all;
  }

  private static int digitCount(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return count;
  }

  private static String withoutMarks(String number) {
    StringBuilder digits = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /// A serial number that lost its leading zeros in a spreadsheet.
  private static Optional<Identifier> bare(String text) {
    return BARE.matcher(text).matches()
        ? found(
            IdentifierKind.ISSN,
            "0".repeat(8 - text.length()) + text.toUpperCase(Locale.ROOT),
            text)
        : Optional.empty();
  }

  /// What a database calls the record.
  public static Optional<Identifier> accession(String raw) {
    return found(IdentifierKind.ACCESSION, raw.strip(), raw);
  }

  private static Optional<Identifier> found(IdentifierKind kind, String value, String raw) {
    return value.isBlank() ? Optional.empty() : Optional.of(new Identifier(kind, value, raw));
  }
}
