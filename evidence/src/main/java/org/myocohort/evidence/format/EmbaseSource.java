package org.myocohort.evidence.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.Identifier;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.RecordDraft;

/// Cuts the one cell in which Embase.com gives journal, year, volume, issue, pages and date:
/// `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`.
final class EmbaseSource {
  private static final Pattern PLACE =
      Pattern.compile(
          "(?s)^(?<journal>.+?) \\((?<year>[12][0-9]{3})\\)"
              + "(?: (?<volume>[^():.]+?)?(?:[:](?<issue>[^():]+?))?)?"
              + "(?: \\((?<pages>[^()]*)\\))?\\s*(?:\\..*)?$");
  private static final Pattern DATE = Pattern.compile("Date of Publication: ([^.]+)");
  private static final Pattern ARTICLE = Pattern.compile("Article Number: ([^.,;]+)");

  private EmbaseSource() {}

  /// The number in an address on Embase.com, such as `...&id=L123456789&from=export`.
  static Optional<Identifier> number(String address) {
    int at = address.indexOf("id=L");
    return at >= 0 && address.contains("embase")
        ? Identifiers.embase(address.substring(at + "id=".length()))
        : Optional.empty();
  }

  static boolean looksLike(String cell) {
    return cell.contains("Date of Publication:") && PLACE.matcher(Plain.line(cell)).matches();
  }

  static void map(String cell, RecordDraft draft) {
    String text = Plain.line(cell);
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      draft
          .journal(place.group("journal"))
          .year(Integer.valueOf(place.group("year")))
          .volume(place.group("volume"))
          .issue(place.group("issue"))
          .pages(place.group("pages"));
    }
    Matcher article = ARTICLE.matcher(text);
    if (article.find()) {
      draft.pages(article.group(1));
    }
    Matcher date = DATE.matcher(text);
    if (date.find()) {
      draft.date(date.group(1));
      draft.year(Years.of(date.group(1)));
    }
    if (text.toLowerCase(Locale.ROOT).contains("conference")) {
      Kinds.ofWords("conference").filter(_ -> text.contains("Conference:")).ifPresent(draft::type);
    }
  }
}
