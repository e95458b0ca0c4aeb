package org.myocohort.app.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.RawField;

/// What the records of files are called.
///
/// By what a file's column `id` holds (or `record_id`, or EndNote's `rec-number`), when every
/// record has one and no two the same; else by their number in the file, from 1. Of several files
/// the name of the file goes before it: `embase.ris:12`.
final class RecordNames {
  private static final Set<String> ID_FIELDS = Set.of("id", "record_id", "recordid", "rec-number");

  private RecordNames() {}

  /// Names the records of files, in their order.
  ///
  /// @param files by the path they were given as
  static List<IdentifiedRecord> of(Map<String, List<BibliographicRecord>> files) {
    Map<String, String> prefixes = prefixes(files);
    List<IdentifiedRecord> named = new ArrayList<>();
    files.forEach((path, records) -> {
      List<String> ids = ids(records);
      for (int at = 0; at < records.size(); at++) {
        named.add(
            new IdentifiedRecord(prefixes.getOrDefault(path, "") + ids.get(at), records.get(at)));
      }
    });
    return named;
  }

  /// The name of each file; the path as it was given where two have the same name.
  private static Map<String, String> prefixes(Map<String, List<BibliographicRecord>> files) {
    Map<String, String> prefixes = new LinkedHashMap<>();
    if (files.size() < 2) {
      return prefixes;
    }
    Set<String> names = new HashSet<>();
    files.keySet().forEach(path -> names.add(name(path)));
    boolean distinct = names.size() == files.size();
    files.keySet().forEach(path -> prefixes.put(path, (distinct ? name(path) : path) + ":"));
    return prefixes;
  }

  private static String name(String path) {
    return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
  }

  private static List<String> ids(List<BibliographicRecord> records) {
    List<String> ids = new ArrayList<>();
    for (BibliographicRecord record : records) {
      ids.add(given(record));
    }
    Set<String> distinct = new HashSet<>(ids);
    if (distinct.contains("") || distinct.size() < ids.size()) {
      return records.stream().map(record -> Integer.toString(record.origin().number())).toList();
    }
    return ids;
  }

  private static String given(BibliographicRecord record) {
    for (RawField field : record.fields()) {
      if (ID_FIELDS.contains(field.tag().toLowerCase(Locale.ROOT))) {
        return field.value().strip();
      }
    }
    return "";
  }
}
