package org.myocohort.app.web.literature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.flow.ReviewFlows;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.StoppingCheck;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.StoppingStatement;
import org.myocohort.statistics.AgreementTable;

/// How far a review has come, as a page shows it.
///
/// @param copies records that are copies of others
/// @param screened works screened by title and abstract in the present version
/// @param decided those on which enough reviewers have decided and nobody disagrees
/// @param mine works that the reader still has to decide on
/// @param conflicts at both stages
/// @param toDo what is left, a sentence for each step
/// @param people how many decisions each reviewer has made
/// @param agreements of two reviewers each
/// @param stopping what the rule said at the last look; null before the first
/// @param stopped whether screening was ended by the rule
/// @param looks that the rule has; 0 without a rule
/// @param looksMade of them
public record ReviewOverview(
    String title,
    @Nullable String question,
    int version,
    List<ImportEntry> imports,
    int records,
    int copies,
    int screened,
    int decided,
    int mine,
    int conflicts,
    List<String> toDo,
    int sought,
    int included,
    List<Person> people,
    List<Agreement> agreements,
    @Nullable Stopping stopping,
    boolean stopped,
    int looks,
    int looksMade) {

  /// A reviewer and how many works were decided on by title and abstract, and by full text.
  public record Person(String name, int titles, int fullTexts) {}

  /// How far two reviewers agree on the records that both decided on.
  public record Agreement(
      String stage,
      String first,
      String second,
      int both,
      String agreed,
      String kappa,
      String ac1) {}

  /// What the stopping rule said at the last look.
  ///
  /// @param current whether nothing was read since
  public record Stopping(
      String sentence, String recall, boolean mayStop, boolean current, int look, int looks) {}

  static ReviewOverview of(Review review, String reader, Texts texts) {
    ReviewFlow flow = ReviewFlows.of(review, texts);
    ScreeningBoard titles = review.board(ScreeningStage.TITLE_ABSTRACT);
    int decided = 0;
    int mine = 0;
    List<String> screened = review.worksToScreen();
    for (String work : screened) {
      Outcome outcome = titles.outcome(work);
      decided += outcome == Outcome.INCLUDED || outcome == Outcome.EXCLUDED ? 1 : 0;
      mine += titles.asks(reader, work) ? 1 : 0;
    }
    Map<ReviewFlow.Step, Integer> toDo = new EnumMap<>(ReviewFlow.Step.class);
    flow.open().forEach(each -> toDo.merge(each.what(), 1, Integer::sum));
    StoppingCheck check = StoppingCheck.of(review);
    boolean stopped = !review.looks().isEmpty() && review.looks().getLast().stopped();
    return new ReviewOverview(
        review.settings().title(),
        review.settings().question(),
        review.version(),
        review.imports(),
        review.records().size(),
        review.records().size() - review.works().size(),
        screened.size(),
        decided,
        mine,
        toDo.getOrDefault(ReviewFlow.Step.RESOLVE, 0)
            + toDo.getOrDefault(ReviewFlow.Step.RESOLVE_FULL_TEXT, 0),
        toDo.entrySet().stream()
            .map(each -> texts.text("reviews.todo." + Texts.code(each.getKey()), each.getValue()))
            .toList(),
        flow.sought().size(),
        flow.works(FlowBox.INCLUDED).size(),
        people(review),
        agreements(review, texts),
        stopping(review, check, texts),
        stopped,
        review.settings().stopping() == null ? 0 : review.settings().stopping().looks(),
        check.looksMade());
  }

  private static List<Person> people(Review review) {
    ScreeningBoard titles = review.board(ScreeningStage.TITLE_ABSTRACT);
    ScreeningBoard texts = review.board(ScreeningStage.FULL_TEXT);
    return review.reviewers().stream()
        .map(name -> new Person(name, titles.decidedBy(name), texts.decidedBy(name)))
        .toList();
  }

  private static List<Agreement> agreements(Review review, Texts texts) {
    List<Agreement> agreements = new ArrayList<>();
    List<String> names = List.copyOf(review.reviewers());
    for (ScreeningStage stage : ScreeningStage.values()) {
      ScreeningBoard board = review.board(stage);
      for (int first = 0; first < names.size(); first++) {
        for (int second = first + 1; second < names.size(); second++) {
          Optional<AgreementTable> table = board.agreement(names.get(first), names.get(second));
          if (table.isPresent()) {
            agreements.add(
                ReviewWords.agreement(
                    stage, names.get(first), names.get(second), table.get(), texts));
          }
        }
      }
    }
    return agreements;
  }

  /// The last look: to see what the rule would say now is a look itself.
  private static @Nullable Stopping stopping(Review review, StoppingCheck check, Texts texts) {
    if (review.looks().isEmpty()) {
      return null;
    }
    StoppingStatement statement = review.looks().getLast().statement();
    String sentence =
        texts.text(
            "reviews.stopping.sample",
            statement.sample().foundBefore(),
            statement.sample().unseen() - statement.sample().sampled(),
            statement.sample().sampled(),
            statement.sample().found(),
            statement.missing(),
            decimal(statement.pValue()),
            decimal(statement.rule().errorPerLook()));
    boolean current = check.sample().equals(statement.sample());
    return new Stopping(
        sentence,
        texts.text(
            "reviews.stopping.recall",
            percent(statement.recall().estimate()),
            percent(statement.recall().lower()),
            percent(statement.recall().upper()),
            percent(statement.recall().level())),
        statement.mayStop(),
        current,
        statement.look(),
        statement.rule().looks());
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
