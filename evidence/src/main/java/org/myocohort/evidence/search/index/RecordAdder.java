package org.myocohort.evidence.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.format.Relay;
import org.myocohort.evidence.record.BibliographicRecord;

/// Adds records to an index while whoever gives them reads on.
///
/// Few records wait, whatever the threads take: who gives more has to wait too. What goes wrong is
/// thrown by a later call.
public final class RecordAdder implements Closeable {
  private static final int THREADS = 2;

  private final RecordIndex index;

  /// All that has an id goes to the same thread, so that the last record with it stays.
  private final List<Relay<Step>> lanes = new ArrayList<>();

  /// Something that a thread does with the index, with documents of its own.
  @FunctionalInterface
  private interface Step {
    void run(RecordDocuments own) throws IOException;
  }

  RecordAdder(RecordIndex index) {
    this.index = index;
    for (int i = 0; i < THREADS; i++) {
      RecordDocuments own = new RecordDocuments();
      lanes.add(new Relay<>("record-index", step -> step.run(own)));
    }
  }

  /// Adds a record; one added under the same id before is replaced.
  ///
  /// @throws IOException where this or an earlier one could not be added
  public void add(String id, BibliographicRecord record) throws IOException {
    long order = index.nextOrder();
    boolean mayReplace = index.mayReplace(id);
    lanes
        .get(Math.floorMod(id.hashCode(), lanes.size()))
        .give(own -> index.put(own, id, record, order, mayReplace));
  }

  /// Begins to write out what was added, each thread its part, so that a commit finds little to do.
  public void writeOut() throws IOException {
    for (Relay<Step> lane : lanes) {
      lane.give(_ -> index.writePart());
      lane.hand();
    }
  }

  /// Waits until every record is in.
  public void settle() throws IOException {
    for (Relay<Step> lane : lanes) {
      lane.settle();
    }
  }

  /// Waits until every record is in, and ends the threads.
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Relay<Step> lane : lanes) {
      try {
        lane.close();
      } catch (IOException thrown) {
        failure = thrown;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
