package org.myocohort.care.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.care.record.DrugSet;
import org.myocohort.care.source.Source;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;
import org.myocohort.instrument.Verification;

/// Reads the file of a treatment, and refuses what must not stand in one.
final class TreatmentReader {
  private static final Map<String, TreatmentClass> CLASSES =
      words(TreatmentClass.values(), TreatmentClass::code);
  private static final Map<String, Kind> KINDS = words(Kind.values(), Kind::code);
  private static final Map<String, Design> DESIGNS = words(Design.values(), Design::code);
  private static final Map<String, Verification> MARKS =
      Map.of(
          "verified", Verification.VERIFIED,
          "weak", Verification.WEAK,
          "memory", Verification.FROM_MEMORY);

  /// A number with a unit in which drugs are given, or their levels measured.
  private static final Pattern DOSE =
      Pattern.compile(
          "\\d\\s?(?:mg|g|kg|mcg|ug|µg|μg|ng|ml|l|dl|iu|ui|u|units?|unità|mmol|µmol|m2|m²)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[ -][a-z0-9]+)*");

  private final Sources sources;
  private final Problems problems;
  private final List<Treatment> treatments = new ArrayList<>();
  private final Map<String, Statement> byId = new LinkedHashMap<>();
  private final Map<String, YamlFields> whereIds = new LinkedHashMap<>();

  TreatmentReader(Sources sources, Problems problems) {
    this.sources = sources;
    this.problems = problems;
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> code) {
    return Stream.of(values).collect(Collectors.toMap(code, each -> each));
  }

  List<Treatment> treatments() {
    return treatments;
  }

  void read(String file, String text) throws BadInputException {
    YamlFields fields = YamlFile.read(file, text, problems);
    String name = fields.requiredText("name").orElse("");
    if (!file.equals(name + ".yaml")) {
      fields.wrong("name", "guide-name-of-file", name, file);
    }
    Optional<TreatmentClass> group =
        fields.required("class") ? fields.oneOf("class", CLASSES) : Optional.empty();
    String english = fields.requiredText("en").orElse("");
    String italian = fields.requiredText("it").orElse("");
    List<String> words = fields.texts("drugs");
    Optional<DrugSet> drugs = DrugSet.parse(words);
    if (drugs.isEmpty()) {
      fields.wrong("drugs", "guide-drug-unknown", String.join(", ", words));
    }
    Optional<LocalDate> checked =
        fields.required("checked") ? fields.day("checked") : Optional.empty();
    List<Statement> statements = new ArrayList<>();
    for (YamlFields each : fields.objects("statements")) {
      statement(name, each, checked.orElse(LocalDate.MIN)).ifPresent(statements::add);
    }
    if (statements.isEmpty()) {
      fields.required("statements");
    }
    fields.refuseOthers();
    if (group.isPresent() && drugs.isPresent()) {
      treatments.add(new Treatment(name, group.get(), english, italian, drugs.get(), statements));
    }
  }

  private Optional<Statement> statement(String name, YamlFields fields, LocalDate checked) {
    String id = fields.requiredText("id").orElse("");
    if (!id.startsWith(name + ".")) {
      fields.wrong("id", "guide-id-of-treatment", id, name + ".");
    }
    Optional<Kind> kind = fields.required("kind") ? fields.oneOf("kind", KINDS) : Optional.empty();
    String english = fields.requiredText("en").orElse("");
    String italian = fields.requiredText("it").orElse("");
    Optional<Verification> mark =
        fields.required("mark") ? fields.oneOf("mark", MARKS) : Optional.empty();
    String key = fields.requiredText("source").orElse("");
    Optional<Source> source = sources.find(key);
    if (source.isEmpty() && !key.isEmpty()) {
      fields.wrong("source", "guide-source-unknown", key);
    }
    String place = fields.requiredText("place").orElse("");
    Optional<LocalDate> read = fields.day("read").or(() -> source.flatMap(Source::read));
    String phenotype = fields.text("phenotype").orElse("");
    List<String> with = fields.texts("with");
    Optional<Evidence> evidence = fields.object("evidence").flatMap(TreatmentReader::evidence);
    List<String> contradictedBy = fields.texts("contradicted_by");
    List<String> differsFrom = fields.texts("differs_from");
    fields.refuseOthers();
    if (kind.isEmpty() || mark.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    Statement statement =
        new Statement(
            id,
            kind.get(),
            phenotype,
            with,
            english,
            italian,
            evidence,
            mark.get(),
            source.get(),
            place,
            read,
            read.orElse(checked),
            contradictedBy,
            differsFrom);
    check(statement, fields);
    if (byId.putIfAbsent(id, statement) != null) {
      fields.wrong("id", "guide-id-twice", id);
    }
    whereIds.putIfAbsent(id, fields);
    return Optional.of(statement);
  }

  private static Optional<Evidence> evidence(YamlFields fields) {
    String study = fields.requiredText("study").orElse("");
    Optional<Integer> patients = fields.wholeNumber("patients", 1, 1_000_000);
    Optional<Design> design =
        fields.required("design") ? fields.oneOf("design", DESIGNS) : Optional.empty();
    String date = fields.text("date").orElse("");
    fields.refuseOthers();
    return design.map(known -> new Evidence(study, patients, known, date));
  }

  /// What the mark allows, and what the kind needs.
  private static void check(Statement statement, YamlFields fields) {
    if (statement.mark() == Verification.VERIFIED) {
      if (statement.source().read().isEmpty()) {
        fields.wrong("mark", "guide-source-not-read", statement.source().key());
      }
    } else {
      for (String language : List.of("en", "it")) {
        if (DOSE.matcher(statement.text(language)).find()) {
          fields.wrong(language, "guide-dose-not-verified", statement.text(language));
        }
      }
    }
    if (statement.kind() == Kind.CAUTION_PHENOTYPE) {
      fields.required("phenotype");
    }
    if (statement.kind() == Kind.CAUTION_DRUG) {
      fields.required("with");
    }
    if (statement.kind() == Kind.EVIDENCE) {
      fields.required("evidence");
    }
    List<String> words = new ArrayList<>(statement.with());
    if (!statement.phenotype().isEmpty()) {
      words.add(statement.phenotype());
    }
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        fields.wrong("kind", "guide-word-expected", word);
      }
    }
  }

  /// What a statement says of others must be there, and of two that differ each names the other.
  void checkReferences() {
    for (Statement statement : byId.values()) {
      YamlFields fields = whereIds.get(statement.id());
      if (fields == null) {
        continue;
      }
      for (String other : statement.contradictedBy()) {
        if (!byId.containsKey(other)) {
          fields.wrong("contradicted_by", "guide-id-unknown", other);
        }
      }
      for (String other : statement.differsFrom()) {
        Statement found = byId.get(other);
        if (found == null) {
          fields.wrong("differs_from", "guide-id-unknown", other);
        } else if (!found.differsFrom().contains(statement.id())) {
          fields.wrong("differs_from", "guide-differs-one-way", other);
        }
      }
    }
  }
}
