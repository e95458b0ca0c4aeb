package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.Optional;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.app.web.literature.ReviewerName;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.extraction.ReportProgress;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;

/// A review as somebody who reads its reports finds it.
///
/// @param id of the review
/// @param reader how the person is called in the folder
record ExtractionRoom(String id, String reader, Review review, ExtractionDesk desk) {
  static ExtractionRoom of(ReviewShelf shelf, String id, SignedIn person)
      throws IOException, BadInputException {
    ReviewFolder folder = shelf.desk(id).folder();
    return new ExtractionRoom(
        id, ReviewerName.of(person), folder.read(), ExtractionDesk.of(folder));
  }

  String base() {
    return "/reviews/" + id + "/extraction";
  }

  /// A report that the review includes, or that somebody began to read before it was left out.
  ///
  /// @throws NotFound if it is no record of the review
  ReportLine report(String report) {
    if (!review.records().containsKey(report)) {
      throw new NotFound();
    }
    return ExtractionDesk.line(review, report);
  }

  /// What somebody wrote.
  ///
  /// @throws NotFound if there is nothing of this name
  ExtractionFolder written(String by) throws IOException, BadInputException {
    return desk.read(by).orElseThrow(NotFound::new);
  }

  /// Whether the reader may see what another wrote of a report: in a blinded review not before he
  /// has begun to read it himself, if he is one of those who read.
  boolean sees(String by, String report) throws IOException, BadInputException {
    if (!review.settings().blinded() || by.equals(reader) || by.equals(ExtractionDesk.AGREED)) {
      return true;
    }
    Optional<ExtractionFolder> own = desk.read(reader);
    return own.isEmpty() || ReportProgress.of(own.get(), report).begun();
  }
}
