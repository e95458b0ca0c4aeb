package org.myocohort.care.trial.match;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.StructuredFields;
import org.myocohort.care.trial.rule.TrialRules;
import org.myocohort.care.trial.text.TextReader;

/// A trial that patients can be put against: its criteria read once, for any number of patients.
///
/// @param id the registry's number
/// @param title for people
/// @param record what the registry says, null where only rules are known
/// @param rules those that a person wrote, null where nobody did
/// @param complete whether every criterion of the trial is among these
/// @param missing what is known to be missing
public record MatchableTrial(
    String id,
    String title,
    @Nullable Trial record,
    @Nullable TrialRules rules,
    boolean complete,
    String missing,
    List<Criterion> criteria) {
  /// How registries and titles name the diseases that this program is about. A trial in another
  /// disease may still be asked for; it is only not put before somebody who looks through a list.
  private static final Pattern INFLAMMATORY_MYOPATHY =
      Pattern.compile(
          "myositis|dermatomyo|polymyo|inflammatory myopath|necroti[sz]ing myopath"
              + "|anti-?\\s?synth?etase",
          Pattern.CASE_INSENSITIVE);

  public MatchableTrial {
    criteria = List.copyOf(criteria);
  }

  /// Whether its title or a condition that its registry lists names an inflammatory myopathy.
  public boolean concernsInflammatoryMyopathy() {
    return Stream.concat(
            Stream.of(title), record == null ? Stream.of() : record.conditions().stream())
        .anyMatch(text -> INFLAMMATORY_MYOPATHY.matcher(text).find());
  }

  /// A trial with rules of its own. Its list counts as complete only where neither the rules nor
  /// the record say otherwise.
  ///
  /// @param record null where it was not imported
  public static MatchableTrial of(TrialRules rules, @Nullable Trial record) {
    boolean cut = record != null && Boolean.FALSE.equals(record.eligibility().complete());
    String title = record == null ? "" : record.title().shown();
    String missing = rules.missing();
    if (missing.isEmpty() && cut && record != null) {
      missing = record.eligibility().missing();
    }
    return new MatchableTrial(
        rules.trial(),
        title.isEmpty() ? rules.title() : title,
        record,
        rules,
        rules.complete() && !cut,
        missing,
        rules.criteria());
  }

  /// A trial without rules: what its fields and its text say plainly. Never complete.
  public static MatchableTrial of(Trial record) {
    List<Criterion> criteria =
        record.eligibility().text().isEmpty()
            ? StructuredFields.criteria(record.eligibility())
            : TextReader.criteria(record);
    return new MatchableTrial(
        record.id(),
        record.title().shown(),
        record,
        null,
        false,
        record.eligibility().missing(),
        criteria);
  }
}
