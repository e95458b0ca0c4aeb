package org.myocohort.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.DuplicateScore;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.record.BibliographicRecord;

/// Prints how well duplicates are found in every labelled set of a folder, by both counting rules.
final class EvaluateDuplicates {
  private static final String RECORDS = "_records_pre_merged.csv";
  private static final String LABELS = "_merged_record_ids.csv";
  private static final String PACKED = ".gz";

  private EvaluateDuplicates() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("a folder with labelled sets expected");
    }
    Path folder = Path.of(arguments[0]);
    System.out.println(
        "set                  records  rule          TP     FP     FN  sensitivity  specificity"
            + "  maybe  seconds");
    for (String set : sets(folder)) {
      evaluate(folder, set);
    }
  }

  private static List<String> sets(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(RECORDS))
          .map(name -> name.substring(0, name.indexOf(RECORDS)))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static void evaluate(Path folder, String set) throws IOException {
    List<IdentifiedRecord> records = new ArrayList<>();
    try (InputStream in = open(folder, set + RECORDS)) {
      RecordFiles.read(set, in, record -> records.add(new IdentifiedRecord(id(record), record)));
    }
    List<List<String>> labels = new ArrayList<>();
    try (InputStream in = open(folder, set + LABELS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .skip(1)
          .map(line -> line.replace("\"", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(line -> labels.add(List.of(line.split(";", -1))));
    }
    long started = System.nanoTime();
    var found = ComparedRecords.of(records).found();
    double seconds = (System.nanoTime() - started) / 1e9;
    int count = records.size();
    int maybe = found.maybe().size();
    print(
        set,
        count,
        "removable",
        DuplicateScore.removable(count, found.clusters(), labels),
        maybe,
        seconds);
    print(
        set,
        count,
        "members",
        DuplicateScore.members(count, found.clusters(), labels),
        maybe,
        seconds);
  }

  private static void print(
      String set, int records, String rule, DuplicateScore score, int maybe, double seconds) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-20s %7d  %-10s %6d %6d %6d %12.4f %12.4f %6d %8.2f",
            set,
            records,
            rule,
            score.truePositives(),
            score.falsePositives(),
            score.falseNegatives(),
            score.sensitivity(),
            score.specificity(),
            maybe,
            seconds));
  }

  private static String id(BibliographicRecord record) {
    return record.fields().stream()
        .filter(field -> field.tag().equalsIgnoreCase("ID"))
        .map(field -> field.value().strip())
        .findFirst()
        .orElse(Integer.toString(record.origin().number()));
  }

  private static InputStream open(Path folder, String name) throws IOException {
    Path packed = folder.resolve(name + PACKED);
    return Files.exists(packed)
        ? new GZIPInputStream(Files.newInputStream(packed))
        : Files.newInputStream(folder.resolve(name));
  }
}
