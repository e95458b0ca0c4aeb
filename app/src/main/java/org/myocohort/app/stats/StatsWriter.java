package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Remark;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes an answer as JSON, as `name,value` rows of CSV or as text.
final class StatsWriter {
  private StatsWriter() {}

  private static List<String> assumptions(StatsAnswer answer, Texts texts) {
    List<String> sentences = new ArrayList<>();
    for (Remark remark : answer.remarks()) {
      sentences.add(
          texts.text(
              "stats.remark." + remark.topic().code(),
              remark.values().stream().map(StatsWriter::readable).toList()));
    }
    return sentences;
  }

  private static String readable(String value) {
    return Numbers.parse(value, false)
        .map(number ->
            number == Math.rint(number)
                ? Numbers.exact(number)
                : Numbers.exact(Math.round(number * 1e4) / 1e4))
        .orElse(value);
  }

  private static Map<String, String> reasons(StatsAnswer answer, Texts texts) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Absence absence : answer.absences()) {
      reasons.put(absence.code(), texts.text("stats.absence." + absence.code()));
    }
    return reasons;
  }

  /// All parts; infinite limits are the strings "Infinity" and "-Infinity", as JSON has none.
  static String json(StatsAnswer answer, Texts texts) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>(answer.parts());
    root.put("reasons", reasons(answer, texts));
    root.put("assumptions", assumptions(answer, texts));
    root.put(
        "assumption_codes", answer.remarks().stream().map(each -> each.topic().code()).toList());
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(root)
        + "\n";
  }

  static String csv(StatsAnswer answer, Texts texts) {
    StringBuilder csv = new StringBuilder("name,value\n");
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    flatten("", answer.parts(), flat);
    flat.forEach((name, value) ->
        csv.append(Answer.csvCell(name, false))
            .append(',')
            .append(value == null ? "" : Answer.csvCell(exact(value), value instanceof Number))
            .append('\n'));
    reasons(answer, texts)
        .forEach((code, sentence) ->
            csv.append("reasons.")
                .append(code)
                .append(',')
                .append(Answer.csvCell(sentence, false))
                .append('\n'));
    for (String sentence : assumptions(answer, texts)) {
      csv.append("assumption,").append(Answer.csvCell(sentence, false)).append('\n');
    }
    return csv.toString();
  }

  static String text(StatsAnswer answer, Texts texts) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    flatten("", answer.parts(), flat);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(texts.text("stats.text.name"), texts.text("stats.text.value")));
    flat.forEach((name, value) -> {
      if (value != null) {
        boolean reason = name.endsWith("_reason");
        rows.add(List.of(name, reason ? absence(String.valueOf(value), texts) : shown(value)));
      }
    });
    StringBuilder text = new StringBuilder(TextTable.of("", rows)).append('\n');
    for (String sentence : assumptions(answer, texts)) {
      text.append("- ").append(sentence).append('\n');
    }
    return text.toString();
  }

  private static String absence(String code, Texts texts) {
    return texts.text("stats.absence." + code);
  }

  private static void flatten(
      String path, @Nullable Object value, Map<String, @Nullable Object> into) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, each) -> flatten(join(path, String.valueOf(key)), each, into));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flatten(join(path, String.valueOf(i + 1)), list.get(i), into);
        }
      }
      case null, default -> into.put(path, value);
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String exact(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? Double.toString(number)
        : String.valueOf(value);
  }

  private static String shown(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? Numbers.shown(number)
        : String.valueOf(value);
  }
}
