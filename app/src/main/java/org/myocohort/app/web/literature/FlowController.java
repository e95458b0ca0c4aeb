package org.myocohort.app.web.literature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.flow.FlowFigure;
import org.myocohort.app.review.flow.FlowOptions;
import org.myocohort.app.review.flow.FlowTask;
import org.myocohort.app.review.flow.ReviewFlows;
import org.myocohort.app.web.Attachment;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.Page;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFacts;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The flow diagram as it stands now, the works behind each of its boxes, and its files.
@Controller
@RequestMapping("/reviews/{review}/flow")
final class FlowController {
  private static final FlowOptions NOW = new FlowOptions(true, true, true, true, true);

  private static final Map<String, String> TYPES =
      Map.of(
          "flow.svg", "image/svg+xml",
          "flow.csv", "text/csv;charset=UTF-8",
          "flow.txt", "text/plain;charset=UTF-8",
          "checklist.csv", "text/csv;charset=UTF-8",
          "checklist.md", "text/markdown;charset=UTF-8");

  private final ReviewShelf shelf;

  FlowController(ReviewShelf shelf) {
    this.shelf = shelf;
  }

  @GetMapping
  String flow(Actor actor, @PathVariable String review, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    Review read = shelf.desk(review).folder().read();
    ReviewFlow flow = ReviewFlows.of(read, page.texts());
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("open", flow.open().size());
    model.addAttribute(
        "figure",
        FlowFigure.draw(
            flow.counts(),
            NOW,
            box ->
                flow.works(box).isEmpty()
                    ? Optional.empty()
                    : Optional.of("/reviews/" + review + "/flow/boxes/" + box.code()),
            page.texts()));
    return "literature/flow";
  }

  /// The works that a box counts.
  @GetMapping("/boxes/{box}")
  String box(
      Actor actor, @PathVariable String review, @PathVariable String box, Page page, Model model)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    ScreeningDesk desk = shelf.desk(review);
    Review read = desk.folder().read();
    FlowBox named =
        Arrays.stream(FlowBox.values())
            .filter(each -> each.code().equals(box))
            .findFirst()
            .orElseThrow(NotFound::new);
    List<ShownWork> works = new ArrayList<>();
    for (String work : ReviewFlows.of(read, page.texts()).works(named)) {
      works.add(ShownWork.of(work, Objects.requireNonNull(desk.works().get(work)), read));
    }
    model.addAttribute("id", review);
    model.addAttribute("reviewTitle", read.settings().title());
    model.addAttribute("box", page.texts().text("reviews.box." + Texts.code(named)));
    model.addAttribute("works", works);
    model.addAttribute("isIncluded", named == FlowBox.INCLUDED);
    return "literature/box";
  }

  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(
      Actor actor, @PathVariable String review, @PathVariable String file, Page page)
      throws IOException, BadInputException {
    actor.demand(Permission.VIEW);
    Review read = shelf.desk(review).folder().read();
    ReviewFlow flow = ReviewFlows.of(read, page.texts());
    Map<String, String> files =
        FlowTask.files(flow.counts(), new ReviewFacts(read, flow), NOW, page.texts());
    String text = files.get(file);
    String type = TYPES.get(file);
    if (text == null || type == null) {
      throw new NotFound();
    }
    return Attachment.of(review + "-" + file, type, text.getBytes(StandardCharsets.UTF_8));
  }
}
