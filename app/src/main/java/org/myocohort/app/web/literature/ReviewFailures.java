package org.myocohort.app.web.literature;

import java.util.List;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.app.web.Page;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/// Names what is wrong with the files of a review, which people also change by hand.
@ControllerAdvice(basePackageClasses = ReviewFailures.class)
public final class ReviewFailures {
  @ExceptionHandler
  ModelAndView wrongFiles(BadInputException failure, WebRequest request) {
    Page page = (Page) request.getAttribute("page", RequestAttributes.SCOPE_REQUEST);
    ModelAndView view = new ModelAndView("literature/wrong", HttpStatus.CONFLICT);
    view.addObject("problems", page == null ? List.of() : sentences(failure, page));
    return view;
  }

  /// What is wrong, a sentence each.
  public static List<String> sentences(BadInputException failure, Page page) {
    return failure.problems().stream().map(problem -> sentence(problem, page)).toList();
  }

  private static String sentence(Problem problem, Page page) {
    String line =
        problem.line() > 0 ? ", " + page.texts().text("problem.line", problem.line()) : "";
    return problem.file() + line + ": " + TransferTexts.sentence(problem, page.texts());
  }
}
