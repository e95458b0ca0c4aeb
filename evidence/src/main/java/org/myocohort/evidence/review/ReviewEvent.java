package org.myocohort.evidence.review;

import java.time.Instant;
import java.util.List;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.StoppingStatement;

/// A line of a person's log. Nothing is ever changed or taken out of a log; a later line of the
/// same or of another person takes the place of an earlier one.
public sealed interface ReviewEvent {

  /// Who acted.
  String by();

  Instant time();

  /// A record was decided on, a decision undone, a conflict resolved.
  record Screened(ScreeningEvent event) implements ReviewEvent {
    @Override
    public String by() {
      return event.reviewer();
    }

    @Override
    public Instant time() {
      return event.time();
    }
  }

  /// Records were said to be one work, or not to be.
  record Copies(DuplicateDecision decision) implements ReviewEvent {
    @Override
    public String by() {
      return decision.by();
    }

    @Override
    public Instant time() {
      return decision.at();
    }
  }

  /// A full text came or did not come.
  ///
  /// @param by who says so
  /// @param time of it
  /// @param work id of its record
  /// @param retrieved or not
  /// @param reason why not, in words; may be empty
  record Sought(String by, Instant time, String work, boolean retrieved, String reason)
      implements ReviewEvent {}

  /// Reports were said to belong to one study.
  ///
  /// @param by who says so
  /// @param time of it
  /// @param works ids of the reports' records
  /// @param study name of the study; empty: each report is a study of its own again
  /// @param reason in words; may be empty
  record StudyNamed(String by, Instant time, List<String> works, String study, String reason)
      implements ReviewEvent {
    public StudyNamed {
      works = List.copyOf(works);
    }
  }

  /// Two things that are counted were said to share patients, or not to.
  record Overlapped(OverlapDecision decision) implements ReviewEvent {
    @Override
    public String by() {
      return decision.by();
    }

    @Override
    public Instant time() {
      return decision.at();
    }
  }

  /// The stopping rule was asked, and what people did then.
  ///
  /// @param by who asked
  /// @param time of it
  /// @param statement what it said
  /// @param stopped whether screening ended there
  record Looked(String by, Instant time, StoppingStatement statement, boolean stopped)
      implements ReviewEvent {}

  /// An update of the review began: exports from here on belong to it.
  ///
  /// @param by who began it
  /// @param time of it
  /// @param version that begins, from 2
  record Updated(String by, Instant time, int version) implements ReviewEvent {}
}
