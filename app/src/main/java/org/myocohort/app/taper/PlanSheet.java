package org.myocohort.app.taper;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Base64;
import java.util.Locale;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.exchange.source.Sha256;

/// A plan to print: one page of A4 paper up to [#ONE_PAGE] steps, a file that needs no other.
///
/// The number of tablets is left open, to be filled in by hand: strengths differ between countries
/// and no source gives them.
public final class PlanSheet {
  private PlanSheet() {}

  /// So many steps stand on one page.
  public static final int ONE_PAGE = 46;

  private static final int LARGE_PRINT = 17;
  private static final int SMALL_PRINT = 28;

  private static final String STYLE =
      """
      @page { size: A4; margin: 12mm }
      body { font: 14pt/1.25 system-ui, sans-serif; color: #000; background: #fff; max-width: 186mm; margin: 0 auto }
      h1 { font-size: 22pt; margin: 0 0 2mm }
      p { margin: 0 0 2mm }
      .who span { display: inline-block; min-width: 60mm; border-bottom: 1px solid #000 }
      .scroll { overflow-x: auto }
      table { border-collapse: collapse; width: 100% }
      th, td { border: 1px solid #000; padding: 0 2mm; text-align: left; font-weight: normal; height: 11mm }
      thead th { font-weight: bold; height: auto; padding: 1mm 2mm }
      td.dose { font-weight: bold; text-align: right }
      td.box { width: 17mm }
      tr { break-inside: avoid }
      .medium { font-size: 12pt } .medium td, .medium tbody th { height: 7.2mm }
      .small { font-size: 10pt } .small td, .small tbody th { height: 4.2mm; line-height: 1 }
      .small h1 { font-size: 16pt } .small footer { font-size: 9pt }
      @media screen { body { padding: 4mm } }
      footer { margin-top: 3mm; font-size: 10.5pt; border-top: 1px solid #000; padding-top: 2mm }
      """;

  /// What a content policy must allow so that a browser shows the sheet as it is.
  public static String stylePolicy() {
    byte[] digest = Sha256.digest().digest(STYLE.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  /// The sheet.
  ///
  /// @param patient pseudonym, or empty for a line to write on
  public static String of(TaperPlan plan, String patient, Texts texts) {
    StringBuilder page = new StringBuilder(8192);
    int steps = plan.steps().size();
    String print = steps <= LARGE_PRINT ? "large" : steps <= SMALL_PRINT ? "medium" : "small";
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(texts.language())
        .append("\">\n<head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(escaped(texts.text("taper.sheet.title")))
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style></head>\n<body class=\"")
        .append(print)
        .append("\">\n<main>\n<h1>")
        .append(escaped(texts.text("taper.sheet.title")))
        .append("</h1>\n<p class=\"who\">")
        .append(escaped(texts.text("taper.sheet.for")))
        .append(" <span>")
        .append(patient.isEmpty() ? "&nbsp;" : escaped(patient))
        .append("</span></p>\n<p>")
        .append(escaped(texts.text("taper.sheet.how")))
        .append("</p>\n");
    table(page, plan, texts);
    page.append("<p><strong>")
        .append(escaped(texts.text("taper.sheet.never-stop")))
        .append("</strong></p>\n</main>\n<footer>")
        .append(escaped(texts.text("taper.not-a-device")))
        .append(' ')
        .append(escaped(texts.text("taper.not-reviewed")))
        .append(' ')
        .append(escaped(texts.text("taper.sheet.source")))
        .append("</footer>\n</body>\n</html>\n");
    return page.toString();
  }

  private static void table(StringBuilder page, TaperPlan plan, Texts texts) {
    page.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(escaped(texts.text("taper.sheet.table")))
        .append("\">\n<table>\n<thead><tr>");
    for (String column : new String[] {"day", "from", "until", "dose"}) {
      page.append("<th scope=\"col\">")
          .append(escaped(texts.text("taper.sheet." + column)))
          .append("</th>");
    }
    for (int box = 1; box <= 3; box++) {
      page.append("<th scope=\"col\">")
          .append(escaped(texts.text("taper.sheet.tablets")))
          .append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < plan.steps().size(); i++) {
      PlanStep step = plan.steps().get(i);
      page.append("<tr><td>")
          .append(escaped(day(step.from().getDayOfWeek(), texts)))
          .append("</td><th scope=\"row\">")
          .append(step.from())
          .append("</th><td>")
          .append(
              plan.lastDay(i)
                  .map(Object::toString)
                  .orElseGet(() -> escaped(texts.text("taper.sheet.onwards"))))
          .append("</td><td class=\"dose\">")
          .append(escaped(texts.text("taper.sheet.mg", TaperWords.shown(step.dose()))))
          .append(
              "</td><td class=\"box\"></td><td class=\"box\"></td><td class=\"box\"></td></tr>\n");
    }
    page.append("</tbody>\n</table>\n</div>\n");
  }

  private static String day(DayOfWeek day, Texts texts) {
    return texts.text("taper.day." + day.name().toLowerCase(Locale.ROOT));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
