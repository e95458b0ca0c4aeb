package org.myocohort.app.web.literature;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Notice;
import org.myocohort.app.web.SignedIn;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeFile;
import org.myocohort.evidence.grade.GradeJudgement;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Keeps what a person judges of the certainty of an answer.
@Controller
final class JudgementController {
  private final ReviewShelf shelf;
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  JudgementController(ReviewShelf shelf, Database database, InstantSource clock) {
    this.shelf = shelf;
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What was judged.
  public record Judged(
      @Nullable String definition,
      @Nullable String domain,
      @Nullable String judgement,
      @Nullable String reason) {
    static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

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
            .filter(each -> each.code().equals(Judged.text(judged.domain())))
            .findFirst()
            .orElseThrow(NotFound::new);
    String back = "redirect:/reviews/" + review + "/pool" + form.query() + "#certainty";
    String word = Judged.text(judged.judgement());
    String reason = Judged.text(judged.reason());
    if (!domain.judgements().contains(word) || reason.isEmpty()) {
      Notice.attention(next, "pooling.judgement-needs");
      return back;
    }
    String definition = Judged.text(judged.definition());
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
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("review", review);
    detail.put("outcome", outcome.code());
    detail.put("domain", domain.code());
    detail.put("judgement", word);
    database.change(handle ->
        audit.append(
            handle, AuditEvent.of(actor.account(), "review-judgement", detail), clock.instant()));
    Notice.done(next, "pooling.judgement-kept");
    return back;
  }
}
