package org.myocohort.evidence.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a format by how a file begins.
final class FormatDetection {
  private static final Pattern RIS = line("TY {1,3}- ?[A-Za-z][A-Za-z ]{0,30}");
  private static final Pattern RIS_FIELD = line("(?:TI|T1|AU|A1|JF|JO|T2|PY|Y1|VL|SP|UR)  - .*");
  private static final Pattern RIS_END = line("ER  - ?");
  private static final Pattern NBIB = line("PMID ?- ?[0-9]+");
  private static final Pattern NBIB_FIELD =
      line("(?:PMC|OWN|STAT|FAU|FED|BTI|PHST|EDAT|JID|UI|DCOM|PST|JT|VN) {0,2}- ?.*");
  private static final Pattern WOS = line("PT [A-Z]");
  private static final Pattern WOS_HEAD = line("(?:FN|VR) .*");
  private static final Pattern COCHRANE = line(CochraneGrammar.HEAD.pattern());
  private static final Pattern COCHRANE_FIELD = line("(?:ID|TI|AU): .+");
  private static final Pattern REFER = line("%0 .+");
  private static final Pattern REFER_FIELD = line("%[TAJD] .+");
  private static final Pattern REFWORKS = line("RT [A-Z][A-Za-z /,]{2,40}");
  private static final Pattern REFWORKS_FIELD = line("(?:A1|T1) .+");
  private static final Pattern OVID_NUMBER = line("<[0-9]+>");
  private static final Pattern OVID_LABEL =
      line(
          "(?:Unique Identifier|Accession Number|Title|Source|Authors?|VN|Abstract)(?:\\(s\\))?:?");
  private static final Pattern BIBTEX = line("[ \\t]*@[A-Za-z]+[ \\t]*[{(].*");

  private FormatDetection() {}

  private static Pattern line(String expression) {
    return Pattern.compile("(?m)^\uFEFF?(?:" + expression + ")[ \\t]*\\r?$", Pattern.UNIX_LINES);
  }

  static Optional<RecordFormat> of(String start) {
    String text = start.strip();
    if (has(RIS, text)) {
      return Optional.of(RecordFormat.RIS);
    }
    if (text.startsWith("<") && !has(OVID_NUMBER, text)) {
      return xml(text);
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      Optional<RecordFormat> json = json(text);
      if (json.isPresent()) {
        return json;
      }
    }
    if (has(NBIB, text)) {
      return Optional.of(RecordFormat.NBIB);
    }
    if (has(WOS, text) && (has(WOS_HEAD, text) || text.startsWith("PT "))) {
      return Optional.of(RecordFormat.WOS_TEXT);
    }
    // Its RIS and BibTeX have the first line too.
    if (has(COCHRANE, text) && has(COCHRANE_FIELD, text)) {
      return Optional.of(RecordFormat.COCHRANE_TEXT);
    }
    if (has(REFWORKS, text) && has(REFWORKS_FIELD, text)) {
      return Optional.of(RecordFormat.REFWORKS_TEXT);
    }
    if (has(REFER, text) || (text.startsWith("%") && has(REFER_FIELD, text))) {
      return Optional.of(RecordFormat.ENDNOTE_TEXT);
    }
    if (has(BIBTEX, text) && !CsvText.looksLike(text)) {
      return Optional.of(RecordFormat.BIBTEX);
    }
    if (has(OVID_LABEL, text)) {
      return Optional.of(RecordFormat.OVID_TEXT);
    }
    if (has(NBIB_FIELD, text) && !has(RIS_END, text)) {
      return Optional.of(RecordFormat.NBIB);
    }
    if (has(RIS_FIELD, text)) {
      return Optional.of(RecordFormat.RIS);
    }
    if (CsvText.looksLike(text)) {
      return Optional.of(
          EmbaseRowsReader.looksLike(text) ? RecordFormat.EMBASE_ROWS : RecordFormat.CSV);
    }
    return text.contains("</") ? xml(text) : Optional.empty();
  }

  private static boolean has(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  private static Optional<RecordFormat> xml(String text) {
    if (text.contains("<PubmedArticle")
        || text.contains("<PubmedBookArticle")
        || text.contains("<MedlineCitation")
        || text.contains("<BookDocument")) {
      return Optional.of(RecordFormat.PUBMED_XML);
    }
    if (text.contains("<records") || text.contains("<record>") || text.contains("<ref-type")) {
      return Optional.of(RecordFormat.ENDNOTE_XML);
    }
    return Optional.empty();
  }

  private static Optional<RecordFormat> json(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean items = lower.contains("\"title\"") || lower.contains("\"type\"");
    return items ? Optional.of(RecordFormat.CSL_JSON) : Optional.empty();
  }
}
