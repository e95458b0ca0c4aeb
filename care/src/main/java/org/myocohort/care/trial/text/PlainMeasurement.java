package org.myocohort.care.trial.text;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Limits;
import org.myocohort.care.rule.Limits.Bound;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.care.rule.Limits.Of;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;
import org.myocohort.care.trial.rule.Criterion.Kind;

/// A named laboratory or lung value with a comparison and a unit: `Platelets < 75,000/mm3`, `AST or
/// ALT > 2 x ULN`, `FVC >= 40% of predicted`.
///
/// A value counts for [#RECENT], this project's choice: an older one says nothing of a screening.
final class PlainMeasurement {
  private static final Span RECENT = new Span(90, ChronoUnit.DAYS);

  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> UNITS = units();

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:(?:subject|patient)s? (?:has|have) )?(?:an? )?(?:serum |screening |baseline )?"
              + "(?<names>[a-z][a-z /(),+-]*?)(?: levels?| values?| count)?:?"
              + "(?: of| is| must be| should be)? (?<sign>>=|<=|>|<) (?<number>\\d[\\d,]*(?:\\.\\d+)?)"
              + " ?(?<unit>.*?)(?: (?:at|during) (?:the )?(?:screening|baseline)(?: visit)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UPPER_LIMIT =
      Pattern.compile(
          "(?:x|times) ?(?:the )?(?:uln|upper limits? of(?: the)? normal)(?: uln)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREDICTED =
      Pattern.compile(
          "%(?: ?(?:of )?(?:the )?predicted(?: normal)?(?: value)?)?", Pattern.CASE_INSENSITIVE);

  private PlainMeasurement() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String each :
        List.of(
            "haemoglobin:hemoglobin,haemoglobin,hgb,hb",
            "platelets:platelet,platelets,platelet count,platelets count,plt",
            "neutrophils:neutrophil,neutrophils,neutrophil count,absolute neutrophil,anc,"
                + "absolute neutrophil count",
            "wbc:wbc,white blood cell,white blood cells,leukocyte,leukocytes,white blood cell count,"
                + "leukocyte count",
            "lymphocytes:lymphocyte,lymphocytes,absolute lymphocyte,absolute lymphocyte count,"
                + "lymphocyte count",
            "ast:ast,sgot,ast/sgot,aspartate aminotransferase,aspartate transaminase",
            "alt:alt,sgpt,alt/sgpt,alanine aminotransferase,alanine transaminase",
            "creatinine:creatinine,serum creatinine",
            "crp:crp,c-reactive protein,c reactive protein",
            "esr:esr,erythrocyte sedimentation rate",
            "ck:ck,cpk,creatine kinase,creatine phosphokinase",
            "ferritin:ferritin",
            "fvc-percent:fvc,forced vital capacity",
            "dlco-percent:dlco",
            "lvef:lvef,left ventricular ejection fraction,ejection fraction")) {
      String[] parts = each.split(":", 2);
      for (String word : parts[1].split(",", -1)) {
        names.put(word, parts[0]);
      }
    }
    return names;
  }

  private static Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("g/dl", "g/dL");
    units.put("gm/dl", "g/dL");
    units.put("g/l", "g/L");
    units.put("mg/dl", "mg/dL");
    units.put("mg/l", "mg/L");
    units.put("umol/l", "umol/L");
    units.put("\u00b5mol/l", "umol/L");
    units.put("\u03bcmol/l", "umol/L");
    units.put("ng/ml", "ng/mL");
    units.put("u/l", "U/L");
    units.put("iu/l", "U/L");
    units.put("mm/h", "mm/h");
    units.put("mm/hr", "mm/h");
    units.put("mm/hour", "mm/h");
    // Counts: in a cubic millimetre as many as in a microlitre.
    for (String each :
        List.of("/mm3", "/mm^3", "/ul", "/\u00b5l", "/\u03bcl", "/mcl", "/mm\u00b3")) {
      units.put(each, "/uL");
      units.put("cells" + each, "/uL");
      units.put("cell" + each, "/uL");
    }
    for (String each :
        List.of("x 10^9/l", "x 109/l", "x10^9/l", "x109/l", "x 10e9/l", "x 10*9/l")) {
      units.put(each, "10*9/L");
    }
    units.put("%", "%");
    return units;
  }

  static Optional<Rule> read(String plain, Kind kind) {
    Matcher whole = WHOLE.matcher(plain);
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<String> codes = new ArrayList<>();
    String names = whole.group("names").strip().toLowerCase(Locale.ROOT);
    String joint = names.contains(" and/or ") ? "and/or" : names.contains(" or ") ? "or" : "";
    if (joint.isEmpty() && names.contains(" and ")) {
      joint = "and";
    }
    for (String name :
        joint.isEmpty() ? List.of(names) : List.of(names.split(" " + joint + " ", -1))) {
      String code = NAMES.get(name.strip());
      if (code == null) {
        return Optional.empty();
      }
      codes.add(code);
    }
    Bound bound = bound(whole.group("sign"));
    // Of two enzymes both must be low, and either may be the one too high; other mixes are unclear.
    boolean asked = bound.isLower() == (kind == Kind.EXCLUSION);
    boolean all = kind == Kind.INCLUSION;
    if (codes.size() > 1 && (!asked || (joint.equals("and") && !all))) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(whole.group("number").replace(",", ""));
    String unit = whole.group("unit").strip();
    List<Rule> rules = new ArrayList<>();
    for (String code : codes) {
      Limit limit = limit(code, bound, number, unit, whole.group("number"));
      if (limit == null) {
        return Optional.empty();
      }
      rules.add(new Rule.Measured(code, new Limits(List.of(limit)), Rule.Take.LATEST, RECENT));
    }
    if (rules.size() == 1) {
      return Optional.of(rules.getFirst());
    }
    return Optional.of(all ? new Rule.All(rules) : new Rule.Any(rules));
  }

  private static Bound bound(String sign) {
    return switch (sign) {
      case ">=" -> Bound.AT_LEAST;
      case "<=" -> Bound.AT_MOST;
      case ">" -> Bound.MORE_THAN;
      default -> Bound.LESS_THAN;
    };
  }

  private static @Nullable Limit limit(
      String code, Bound bound, BigDecimal number, String unit, String written) {
    if (UPPER_LIMIT.matcher(unit).matches()) {
      return new Limit(bound, number, Of.UPPER_LIMIT, "");
    }
    if (code.endsWith("-percent") || code.equals("lvef")) {
      return PREDICTED.matcher(unit).matches() ? new Limit(bound, number, Of.UNIT, "%") : null;
    }
    String known = UNITS.get(unit.toLowerCase(Locale.ROOT));
    if (known == null || known.equals("%")) {
      return null;
    }
    boolean count = known.equals("/uL") || known.equals("10*9/L");
    boolean cells = List.of("platelets", "neutrophils", "wbc", "lymphocytes").contains(code);
    if (count != cells || (written.contains(",") && !written.matches("\\d{1,3}(,\\d{3})+"))) {
      return null;
    }
    return new Limit(bound, number, Of.UNIT, known);
  }
}
