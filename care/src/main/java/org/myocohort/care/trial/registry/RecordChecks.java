package org.myocohort.care.trial.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;
import org.myocohort.patient.Moment;

/// Reads the values of one record and keeps what is wrong with them. An empty text is a missing
/// value and never wrong.
final class RecordChecks {
  private static final Pattern NCT = Pattern.compile("NCT\\d{8}");
  private static final Pattern CTIS = Pattern.compile("20\\d\\d-5\\d{5}-\\d\\d-\\d\\d");
  private static final Pattern AGE =
      Pattern.compile("(\\d{1,3}) (Year|Month|Week|Day|Hour|Minute)s?", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");
  private static final Set<String> SEXES = Set.of("ALL", "FEMALE", "MALE");
  private static final int SHOWN = 60;

  private final String file;
  private final int record;
  private String id = "";
  private final List<RecordProblem> problems = new ArrayList<>();

  RecordChecks(String file, int record) {
    this.file = file;
    this.record = record;
  }

  List<RecordProblem> problems() {
    return problems;
  }

  int record() {
    return record;
  }

  void wrong(String field, String code, String found, String... values) {
    String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "..." : found;
    problems.add(new RecordProblem(file, record, id, field, code, shown, List.of(values)));
  }

  String nctId(String field, String text) {
    id = text.strip();
    if (!NCT.matcher(id).matches()) {
      wrong(field, "nct-number-expected", id);
    }
    return id;
  }

  String ctisNumber(String field, String text) {
    id = text.strip();
    if (!CTIS.matcher(id).matches()) {
      wrong(field, "ctis-number-expected", id);
    }
    return id;
  }

  Trial.Status status(String field, String written, String lastKnown, String whyStopped) {
    RecruitingStatus status = RecruitingStatus.find(written).orElse(null);
    if (status == null && !written.isEmpty()) {
      wrong(field, "status-expected", written);
    }
    return new Trial.Status(status, written, lastKnown, whyStopped);
  }

  /// A day or a month; the old files write `September 2003` or `July 19, 2010`.
  String date(String field, String text) {
    String date = text.isEmpty() || Character.isDigit(text.charAt(0)) ? text : EnglishDate.of(text);
    if (!date.isEmpty() && Moment.parse(date).isEmpty()) {
      wrong(field, "date-expected", text);
      return "";
    }
    if (date.isEmpty() && !text.isEmpty()) {
      wrong(field, "date-expected", text);
    }
    return date;
  }

  /// An age such as `18 Years`; `N/A` means no limit.
  String age(String field, String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("N/A")) {
      return "";
    }
    if (!AGE.matcher(text).matches()) {
      wrong(field, "age-expected", text);
      return "";
    }
    return text;
  }

  String sex(String field, String text) {
    String sex = text.toUpperCase(Locale.ROOT);
    if (!sex.isEmpty() && !SEXES.contains(sex)) {
      wrong(field, "sex-expected", text);
      return "";
    }
    return sex;
  }

  @Nullable Integer count(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!WHOLE.matcher(text).matches()) {
      wrong(field, "count-expected", text);
      return null;
    }
    return Integer.valueOf(text);
  }

  @Nullable Double degrees(String field, String text, int limit) {
    if (text.isEmpty()) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > limit) {
      wrong(field, "degrees-expected", text, Integer.toString(limit));
      return null;
    }
    return Double.valueOf(text);
  }
}
