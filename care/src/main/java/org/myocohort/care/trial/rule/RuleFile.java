package org.myocohort.care.trial.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.RuleReader;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// Reads a file of rules.
public final class RuleFile {
  private static final Pattern TRIAL =
      Pattern.compile("NCT\\d{8}|20\\d\\d-5\\d{5}-\\d\\d-\\d\\d|guide:[a-z0-9-]+");
  private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
  private static final Map<String, Criterion.Kind> KINDS =
      Map.of(
          "inclusion", Criterion.Kind.INCLUSION,
          "exclusion", Criterion.Kind.EXCLUSION);
  private static final String NOBODY = "nobody yet";

  private RuleFile() {}

  /// Reads a file.
  ///
  /// @param file how to name it in messages
  /// @throws BadInputException with everything that is wrong with it
  public static TrialRules read(String file, String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields fields = YamlFile.read(file, text, problems);
    TrialRules rules = rules(fields);
    problems.throwIfAny();
    return rules;
  }

  private static TrialRules rules(YamlFields fields) {
    String trial = fields.requiredText("trial").orElse("");
    if (!trial.isEmpty() && !TRIAL.matcher(trial).matches()) {
      fields.wrong("trial", "rule-trial-number", trial);
    }
    boolean complete =
        fields.required("complete") && fields.oneOf("complete", YES_OR_NO).orElse(false);
    String missing = fields.text("missing").orElse("");
    if (!complete && missing.isEmpty()) {
      fields.required("missing");
    }
    if (complete && !missing.isEmpty()) {
      fields.wrong("missing", "rule-complete-and-missing", missing);
    }
    String reviewedBy = fields.requiredText("reviewed by").orElse("");
    Optional<LocalDate> curated = fields.day("curated");
    fields.required("curated");
    List<Criterion> criteria = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    fields.required("criteria");
    for (YamlFields each : fields.objects("criteria")) {
      criterion(each, ids).ifPresent(criteria::add);
    }
    TrialRules rules =
        new TrialRules(
            trial,
            fields.text("title").orElse(""),
            fields.requiredText("source").orElse(""),
            complete,
            missing,
            fields.requiredText("curated by").orElse(""),
            curated,
            reviewedBy.equals(NOBODY) ? "" : reviewedBy,
            criteria);
    fields.refuseOthers();
    return rules;
  }

  private static Optional<Criterion> criterion(YamlFields fields, Set<String> ids) {
    String id = fields.requiredText("id").orElse("");
    if (!id.isEmpty() && !ids.add(id)) {
      fields.wrong("id", "rule-id-twice", id);
    }
    Optional<Criterion.Kind> kind =
        fields.required("kind") ? fields.oneOf("kind", KINDS) : Optional.empty();
    String text = fields.requiredText("text").orElse("");
    Optional<Rule> rule;
    if (fields.has("rule") == fields.has("person")) {
      fields.text("person");
      fields.object("rule");
      fields.wrong("", "rule-or-person", "");
      rule = Optional.empty();
    } else if (fields.has("person")) {
      rule = fields.text("person").map(Rule.Person::new);
    } else {
      rule = fields.object("rule").flatMap(RuleReader::read);
    }
    fields.refuseOthers();
    return kind.isPresent() && rule.isPresent()
        ? Optional.of(new Criterion(id, kind.get(), text, rule.get(), Criterion.Source.CURATED))
        : Optional.empty();
  }
}
