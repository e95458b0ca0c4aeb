package org.myocohort.app.web.literature;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.Typed;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeFile;
import org.myocohort.evidence.grade.GradeJudgement;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Keeps what a person judges of the certainty of an answer.
@Controller
final class JudgementController {
  private final ReviewShelf shelf;
  private final ReviewAudit audit;

  JudgementController(ReviewShelf shelf, ReviewAudit audit) {
    this.shelf = shelf;
    this.audit = audit;
  }

  /// What was judged.
  public record Judged(
      @Nullable String definition,
      @Nullable String domain,
      @Nullable String judgement,
      @Nullable String reason) {}

  @PostMapping("/reviews/{review}/pool/judgement")
  String judge(
      Actor actor,
      SignedIn person,
      @PathVariable String review,
      PoolForm form,
      Judged judged,
      RedirectAttributes next)
      throws IOException, BadInputException {
    actor.demand(Permission.REVIEW);
    ReviewFolder folder = shelf.desk(review).folder();
    Review read = folder.read();
    Outcome outcome =
        read.settings().outcomes().stream()
            .filter(each -> each.code().equals(form.outcomeCode()))
            .findFirst()
            .orElseThrow(NotFound::new);
    GradeDomain domain =
        Arrays.stream(GradeDomain.values())
            .filter(each -> each.code().equals(Typed.text(judged.domain())))
            .findFirst()
            .orElseThrow(NotFound::new);
    String back = "redirect:/reviews/" + review + "/pool" + form.query() + "#certainty";
    String word = Typed.text(judged.judgement());
    String reason = Typed.text(judged.reason());
    if (!domain.judgements().contains(word) || reason.isEmpty()) {
      Notice.attention(next, "pooling.judgement-needs");
      return back;
    }
    String definition = Typed.text(judged.definition());
    GradeFile.keep(
        folder.path(),
        new GradeJudgement(
            outcome.code(),
            definition.isEmpty() ? outcome.definition() : definition,
            domain,
            word,
            reason,
            ReviewerName.of(person)),
        read.settings().outcomes());
    audit.add(
        actor,
        "review-judgement",
        review,
        Map.of("outcome", outcome.code(), "domain", domain.code(), "judgement", word));
    Notice.done(next, "pooling.judgement-kept");
    return back;
  }
}
