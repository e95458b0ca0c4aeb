package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.literature.ReviewShelf;
import org.myocohort.app.web.literature.ReviewerName;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.evidence.extraction.ReportProgress;
import org.myocohort.evidence.review.IncludedReports;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;

/// A review as somebody who reads its reports finds it.
///
/// @param id of the review
/// @param reader how the person is called in the folder
/// @param own what the reader has written; null before he began
record ExtractionRoom(
    String id, String reader, Review review, ExtractionDesk desk, @Nullable ExtractionFolder own) {
  static ExtractionRoom of(ReviewShelf shelf, String id, SignedIn person)
      throws IOException, BadInputException {
    ReviewFolder folder = shelf.desk(id).folder();
    ExtractionDesk desk = ExtractionDesk.of(folder);
    String reader = ReviewerName.of(person);
    return new ExtractionRoom(id, reader, folder.read(), desk, desk.read(reader).orElse(null));
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
    return IncludedReports.line(review, report);
  }

  /// Of what a text was pasted: a report, or something else that the folder holds a text of.
  ///
  /// @throws NotFound if it is neither
  ReportLine textOf(String name) throws IOException {
    boolean other = !review.records().containsKey(name) && desk.texts().names().contains(name);
    return other ? new ReportLine(name, "") : report(name);
  }

  /// What somebody wrote.
  ///
  /// @throws NotFound if there is nothing of this name
  ExtractionFolder written(String by) throws IOException, BadInputException {
    return desk.read(by).orElseThrow(NotFound::new);
  }

  /// What somebody wrote, a report among it.
  ///
  /// @throws NotFound if there is nothing of this name, or the report is not in it
  ExtractionFolder written(String by, String report) throws IOException, BadInputException {
    ExtractionFolder folder = written(by);
    if (folder.extraction().report(report).isEmpty()) {
      throw new NotFound();
    }
    return folder;
  }

  /// The same for who is to write in it: his own only.
  ExtractionFolder own(String by, String report) throws IOException, BadInputException {
    if (!by.equals(reader)) {
      throw new NotFound();
    }
    return written(by, report);
  }

  /// Whether the reader may see what another wrote of a report: in a blinded review not before he
  /// has begun to read it himself, if he is one of those who read.
  boolean sees(String by, String report) {
    return !review.settings().blinded()
        || by.equals(reader)
        || by.equals(ExtractionDesk.AGREED)
        || own == null
        || ReportProgress.of(own, report).begun();
  }
}
