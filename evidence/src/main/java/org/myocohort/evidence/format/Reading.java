package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RecordOrigin;

/// A file that is being read: hands its records on and collects what is wrong with them.
final class Reading {
  private final String file;
  private final RecordSink sink;
  private final List<ReadProblem> problems = new ArrayList<>();
  private final List<ReadNotice> notices = new ArrayList<>();
  private final Map<ReadNotice.Kind, ReadNotice> counted = new EnumMap<>(ReadNotice.Kind.class);
  private int problemCount;
  private int records;
  private int withoutTitle;

  Reading(String file, RecordSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /// The number that the next record will have.
  int number() {
    return records + 1;
  }

  /// Hands a record on.
  void add(RecordDraft draft, int line) throws IOException {
    records++;
    BibliographicRecord record = draft.at(new RecordOrigin(file, records, line));
    if (record.title() == null) {
      withoutTitle++;
    }
    sink.accept(record);
  }

  /// Notes a fault of the record that comes next.
  void problem(int line, String tag, ReadProblem.Kind kind, String found) {
    problemCount++;
    if (problems.size() < ReadResult.KEPT) {
      problems.add(new ReadProblem(file, number(), line, tag, kind, found));
    }
  }

  void notice(ReadNotice notice) {
    notices.add(notice);
  }

  /// Notes something that may come again, and is then counted.
  void count(ReadNotice.Kind kind, int times, int line) {
    if (times > 0) {
      counted.merge(
          kind,
          new ReadNotice(kind, "", times, line),
          (before, now) -> new ReadNotice(kind, "", before.count() + times, before.line()));
    }
  }

  ReadResult result(RecordFormat format) {
    List<ReadNotice> all = new ArrayList<>(notices);
    all.addAll(counted.values());
    return new ReadResult(file, format, records, withoutTitle, problemCount, problems, all);
  }
}
