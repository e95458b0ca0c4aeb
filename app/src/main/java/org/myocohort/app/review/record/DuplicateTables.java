package org.myocohort.app.review.record;

import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.duplicate.ComparedPair;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.duplicate.FieldAgreement;

/// What a comparison found, as tables in CSV.
public final class DuplicateTables {
  private DuplicateTables() {}

  /// A line of each record that has a copy.
  public static String clusters(Duplicates found) {
    StringBuilder csv = new StringBuilder("cluster,id\n");
    int cluster = 0;
    for (List<String> ids : found.clusters()) {
      cluster++;
      for (String id : ids) {
        csv.append(cluster).append(',').append(Answer.csvCell(id, false)).append('\n');
      }
    }
    return csv.toString();
  }

  /// Each pair with its rule or its conflicts and how every field agrees.
  public static String pairs(Duplicates found) {
    StringBuilder csv =
        new StringBuilder(
            "first,second,verdict,rule,conflicts,probability,title,authors,journal,year,volume,"
                + "issue,pages,doi,pubmed,title_share,authors_share\n");
    found.merged().forEach(pair -> add(csv, pair, "merged"));
    found.maybe().forEach(pair -> add(csv, pair, "maybe"));
    return csv.toString();
  }

  private static void add(StringBuilder csv, ComparedPair pair, String verdict) {
    csv.append(Answer.csvCell(pair.first(), false)).append(',');
    csv.append(Answer.csvCell(pair.second(), false)).append(',').append(verdict).append(',');
    csv.append(pair.rule() == null ? "" : Texts.code(pair.rule())).append(',');
    csv.append(String.join(";", pair.conflicts().stream().map(Texts::code).toList()));
    csv.append(',').append(decimal(pair.probability()));
    for (FieldAgreement agreement : pair.agreements()) {
      csv.append(',').append(Texts.code(agreement.degree()));
    }
    for (FieldAgreement agreement : pair.agreements().subList(0, 2)) {
      csv.append(',').append(decimal(agreement.share()));
    }
    csv.append('\n');
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
