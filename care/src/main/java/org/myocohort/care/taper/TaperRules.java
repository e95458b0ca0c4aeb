package org.myocohort.care.taper;

import java.util.List;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;

/// Every statement that a plan and the history of a taper rest on, with how far it was checked.
/// Each source is a key of `sources.yaml`; the sentences stand in the message files under
/// `taper.rule.` and the code.
public final class TaperRules {
  private TaperRules() {}

  private static final String GUIDE = "guide";
  private static final String OURS = "ours";

  /// The statements about a plan.
  public static List<Rule> ofPlan() {
    return List.of(
        new Rule("start-dose", Verification.VERIFIED, GUIDE),
        new Rule("plateau", Verification.VERIFIED, GUIDE),
        new Rule("taper-length", Verification.VERIFIED, GUIDE),
        new Rule("lowest-dose", Verification.VERIFIED, GUIDE),
        new Rule("fast-stop", Verification.VERIFIED, GUIDE),
        new Rule("target", Verification.OURS, OURS),
        new Rule("shape", Verification.OURS, OURS),
        new Rule("rounding", Verification.OURS, OURS),
        new Rule("confirm-above", Verification.OURS, OURS),
        new Rule("no-step-in-flare", Verification.OURS, OURS));
  }

  /// The statements about what was taken.
  public static List<Rule> ofHistory() {
    return List.of(
        new Rule("relapse", Verification.OURS, OURS),
        new Rule("worsening", Verification.FROM_MEMORY, "memory"),
        new Rule("dose-of-day", Verification.OURS, OURS),
        new Rule("held", Verification.OURS, OURS),
        new Rule("low-dose", Verification.VERIFIED, "letter"),
        new Rule("attempt", Verification.OURS, OURS),
        new Rule("equivalence", Verification.WEAK, "memory"),
        new Rule("glucocorticoid-free", Verification.OURS, OURS),
        new Rule("fast-stop", Verification.VERIFIED, GUIDE),
        new Rule("abrupt-stop", Verification.OURS, OURS));
  }

  /// Where in its source a statement stands; empty for one that rests on no text.
  public static String place(Rule rule) {
    return switch (rule.code()) {
      case "start-dose" -> "Standard Treatment Approaches, paragraph 1";
      case "plateau", "taper-length", "lowest-dose" -> "Standard Treatment Approaches, paragraph 2";
      case "fast-stop" -> "Understanding Treatment Goals and Approaches, paragraph 4";
      case "low-dose" -> "paragraph 2, patient 2";
      case "lung-first-line" ->
          "first-line treatment of myositis lung disease, recommendations for";
      case "lung-progression" -> "figure 4, myositis column";
      case "lung-short-course" -> "articles 862643 and 862587";
      default -> "";
    };
  }

  /// What the guideline for lung disease says of glucocorticoids: shown beside a plan; no schedule
  /// is made of it.
  public static List<Rule> beside() {
    return List.of(
        new Rule("lung-first-line", Verification.VERIFIED, "acr-chest-treatment"),
        new Rule("lung-progression", Verification.VERIFIED, "acr-chest-progression"),
        new Rule("lung-short-course", Verification.WEAK, "acr-chest-weak"));
  }
}
