package org.myocohort.app.assay;

import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.patient.Words;
import org.myocohort.app.report.Html;
import org.myocohort.app.report.Page;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.LogisticCurve;

/// A plate's result as a page.
final class PlatePage {
  private PlatePage() {}

  static String of(
      PlateResult result, FittedCurve fitted, String figure, PlateWords words, boolean synthetic) {
    Texts texts = words.texts();
    String title = texts.text("elisa.page.title", result.plate().marker(), result.plate().batch());
    Html body = new Html();
    body.open("section", "class", "card").element("h1", title);
    body.open("figure").markup(figure).close("figure");
    body.element("h2", texts.text("elisa.page.notes")).open("ul");
    words.of(result, fitted).forEach(sentence -> body.element("li", sentence));
    body.close("ul").close("section").open("section", "class", "card");
    table(body, texts.text("elisa.page.samples"), PlateText.samples(result, words));
    table(body, texts.text("elisa.page.standards"), PlateText.standards(result, words));
    body.close("section").open("section", "class", "card");
    body.element("h2", texts.text("elisa.page.curve"));
    body.element("p", "y = d + (a − d) / (1 + (x/c)^b)^g");
    LogisticCurve curve = fitted.curve();
    double[] values = {curve.a(), curve.b(), curve.c(), curve.d(), curve.g()};
    body.table(
        texts.text("elisa.page.parameters"),
        List.of(
            texts.text("elisa.head.parameter"),
            texts.text("elisa.head.value"),
            texts.text("elisa.head.error")));
    int index = 0;
    for (FittedCurve.Parameter parameter : FittedCurve.Parameter.values()) {
      body.open("tr")
          .element("th", parameter.name().toLowerCase(Locale.ROOT), "scope", "row")
          .element("td", PlateRows.significant(values[index++]))
          .element("td", fitted.standardError(parameter).map(PlateRows::significant).orElse("–"))
          .close("tr");
    }
    body.endTable().close("section");
    return Page.of(title, synthetic, "", body, new Words(texts));
  }

  private static void table(Html body, String caption, List<List<String>> rows) {
    body.table(caption, rows.getFirst());
    for (List<String> row : rows.subList(1, rows.size())) {
      body.open("tr").element("th", row.getFirst(), "scope", "row");
      row.subList(1, row.size()).forEach(cell -> body.element("td", cell));
      body.close("tr");
    }
    body.endTable();
  }
}
