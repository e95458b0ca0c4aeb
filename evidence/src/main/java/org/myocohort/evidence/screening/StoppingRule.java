package org.myocohort.evidence.screening;

import org.myocohort.evidence.screening.StoppingStatement.RecallInterval;
import org.myocohort.statistics.FinitePopulation;

/// When screening may stop before everything is seen: when a random sample of the unseen records
/// refuses, at a stated error, that the target of recall is missed.
///
/// The hypothesis is that more relevant records are unseen than the target allows. With `r` found
/// before the sample, `N` unseen then, `n` of them drawn at random and screened and `k` relevant
/// among these, the smallest number of relevant ones that misses the target is `K = floor((r + k) /
/// target - r) + 1`; the hypothesis is refused when `P(X <= k)` for `X` hypergeometric in `N`, `K`,
/// `n` is below the error. The error `1 - confidence` is shared by the looks (Bonferroni), so it
/// holds for all of them together, however many are used; their number is fixed before the first.
///
/// Records taken from the top of a ranking are no random sample and cannot be used.
///
/// - **Source:** Callaghan MW, Mueller-Hansen F. Syst Rev 2020;9:273,
///   doi:10.1186/s13643-020-01521-4.
///
/// @param targetRecall share of the relevant records to be found, between 0 and 1
/// @param confidence that a stop is right, between 0 and 1
/// @param looks how often it may be asked, 1 or more
public record StoppingRule(double targetRecall, double confidence, int looks) {
  public StoppingRule {
    if (!(targetRecall > 0 && targetRecall < 1)) {
      throw new IllegalArgumentException("target must be in (0, 1) but was " + targetRecall);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1) but was " + confidence);
    }
    if (!(looks >= 1)) {
      throw new IllegalArgumentException("looks must be at least 1 but were " + looks);
    }
  }

  /// The error that each look may make.
  public double errorPerLook() {
    return (1 - confidence) / looks;
  }

  /// What a sample says.
  ///
  /// @param look which one it is, from 1
  public StoppingStatement at(int look, RandomSample sample) {
    if (!(look >= 1 && look <= looks)) {
      throw new IllegalArgumentException(
          "look must be in [1, %d], as fixed before, but was %d".formatted(looks, look));
    }
    int found = sample.foundBefore() + sample.found();
    // The small addend keeps 19 / 0.95 from falling below 20.
    int missing = (int) Math.floor(found / targetRecall - sample.foundBefore() + 1e-9) + 1;
    if (sample.unseen() == 0) {
      return new StoppingStatement(
          this, look, sample, missing, 0, true, new RecallInterval(1, 1, 1, confidence));
    }
    FinitePopulation unseen =
        new FinitePopulation(sample.unseen(), sample.sampled(), sample.found());
    double p = unseen.atMost(missing);
    return new StoppingStatement(
        this, look, sample, missing, p, p < errorPerLook(), recall(sample, unseen));
  }

  private RecallInterval recall(RandomSample sample, FinitePopulation unseen) {
    FinitePopulation.CountInterval relevant = unseen.marked(confidence);
    double likely =
        sample.sampled() == 0
            ? relevant.upper()
            : (double) sample.unseen() * sample.found() / sample.sampled();
    return new RecallInterval(
        recall(sample, likely),
        recall(sample, relevant.upper()),
        recall(sample, relevant.lower()),
        confidence);
  }

  private static double recall(RandomSample sample, double relevantUnseen) {
    double all = sample.foundBefore() + relevantUnseen;
    return all == 0 ? 1 : (sample.foundBefore() + sample.found()) / all;
  }

  /// Records drawn at random, without putting back, from those unseen, and screened.
  ///
  /// @param foundBefore relevant records found before the sample
  /// @param unseen records when it was drawn
  /// @param sampled records drawn, at most `unseen`
  /// @param found relevant ones among them
  public record RandomSample(int foundBefore, int unseen, int sampled, int found) {
    public RandomSample {
      if (!(foundBefore >= 0)) {
        throw new IllegalArgumentException("found must be at least 0 but was " + foundBefore);
      }
      if (!(unseen >= 0 && sampled >= 0 && sampled <= unseen)) {
        throw new IllegalArgumentException(
            "sampled must be in [0, %d] but was %d".formatted(unseen, sampled));
      }
      if (!(found >= 0 && found <= sampled)) {
        throw new IllegalArgumentException(
            "found must be in [0, %d] but was %d".formatted(sampled, found));
      }
    }
  }
}
