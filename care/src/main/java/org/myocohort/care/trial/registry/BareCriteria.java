package org.myocohort.care.trial.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.Trial.Dates;
import org.myocohort.care.trial.Trial.Design;
import org.myocohort.care.trial.Trial.Eligibility;
import org.myocohort.care.trial.Trial.Intervention;
import org.myocohort.care.trial.Trial.Provenance;
import org.myocohort.care.trial.Trial.Sponsor;
import org.myocohort.care.trial.Trial.Title;
import tools.jackson.databind.JsonNode;

/// Lines with `nctid`, `status`, `phase`, `diseases`, `drugs` and `criteria`, the form of a public
/// collection of criteria texts.
final class BareCriteria {
  static final String KIND = "criteria";

  /// An entry of a list as Python prints it.
  private static final Pattern ENTRY =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

  private BareCriteria() {}

  static boolean isCriteria(JsonNode node) {
    return node.has("criteria") && (node.has("nctid") || node.has("id"));
  }

  static Trial trial(JsonNode node, String file, LocalDate snapshot, RecordChecks checks) {
    JsonFields fields = new JsonFields(node, checks);
    return new Trial(
        node.has("nctid")
            ? checks.nctId("nctid", fields.text("nctid"))
            : checks.nctId("id", fields.text("id")),
        List.of(),
        new Title("", "", ""),
        checks.status("status", fields.text("status"), "", fields.text("why_stop")),
        new Dates("", "", "", ""),
        new Sponsor("", ""),
        new Design("", phases(fields.text("phase")), "", "", "", null, ""),
        entries(fields.text("diseases")),
        List.of(),
        entries(fields.text("drugs")).stream().map(drug -> new Intervention("", drug)).toList(),
        "",
        "",
        List.of(),
        new Eligibility(
            CriteriaText.unescaped(fields.text("criteria")), "", "", "", "", null, "", snapshot),
        List.of(),
        List.of(),
        new Provenance(KIND, file, checks.record(), snapshot));
  }

  /// `phase 1/phase 2` and `Phase 2/Phase 3` as the registry's codes.
  static List<String> phases(String text) {
    List<String> phases = new ArrayList<>();
    for (String phase : text.split("[/|]", -1)) {
      String code = phase.strip().toUpperCase(Locale.ROOT).replace("PHASE ", "PHASE");
      if (!code.isEmpty()) {
        phases.add(code.equals("N/A") ? "NA" : code.replace(' ', '_'));
      }
    }
    return phases;
  }

  private static List<String> entries(String list) {
    List<String> entries = new ArrayList<>();
    Matcher entry = ENTRY.matcher(list);
    while (entry.find()) {
      entries.add((entry.group(1) == null ? entry.group(2) : entry.group(1)).strip());
    }
    return entries;
  }
}
