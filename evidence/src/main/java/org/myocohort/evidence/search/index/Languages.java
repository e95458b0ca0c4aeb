package org.myocohort.evidence.search.index;

import java.util.Locale;
import java.util.Map;

/// One code for a language, however a database writes it: ISO 639-2, as MEDLINE uses it.
final class Languages {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("english", "eng"),
          Map.entry("en", "eng"),
          Map.entry("french", "fre"),
          Map.entry("fra", "fre"),
          Map.entry("fr", "fre"),
          Map.entry("german", "ger"),
          Map.entry("deu", "ger"),
          Map.entry("de", "ger"),
          Map.entry("italian", "ita"),
          Map.entry("it", "ita"),
          Map.entry("spanish", "spa"),
          Map.entry("es", "spa"),
          Map.entry("portuguese", "por"),
          Map.entry("pt", "por"),
          Map.entry("japanese", "jpn"),
          Map.entry("ja", "jpn"),
          Map.entry("chinese", "chi"),
          Map.entry("zho", "chi"),
          Map.entry("zh", "chi"),
          Map.entry("russian", "rus"),
          Map.entry("ru", "rus"),
          Map.entry("dutch", "dut"),
          Map.entry("nld", "dut"),
          Map.entry("nl", "dut"),
          Map.entry("polish", "pol"),
          Map.entry("turkish", "tur"),
          Map.entry("korean", "kor"));

  private Languages() {}

  /// The code; the word itself where it is unknown.
  static String code(String language) {
    String plain = language.strip().toLowerCase(Locale.ROOT);
    return CODES.getOrDefault(plain, plain);
  }
}
