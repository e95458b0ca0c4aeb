package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.exchange.source.Notice;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.source.SourceTable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.vocabulary.Vocabulary;

/// A first mapping for a file, from its headings and what stands beneath them; to be looked at by
/// somebody before it is used.
///
/// @param notices what was left open, and which columns are not mapped
public record MappingGuess(Mapping mapping, List<Notice> notices) {
  private static final Pattern WITH_UNIT =
      Pattern.compile("(.+?)\\s*[(\\[]\\s*([^)\\]]+)\\s*[)\\]]");
  private static final Pattern UPPER_LIMIT =
      Pattern.compile("(?i)(.+?)[ _-]*(?:uln|upper limit|limite superiore|upper_limit)");

  public MappingGuess {
    notices = List.copyOf(notices);
  }

  /// Guesses for every table of a file.
  public static MappingGuess of(Source source) {
    List<Mapping.Sheet> sheets = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (SourceTable table : source.tables()) {
      new OneTable(table, source.description() != null, notices).guess().ifPresent(sheets::add);
    }
    return new MappingGuess(new Mapping(sheets, false), notices);
  }

  /// Guesses for one table.
  private static final class OneTable {
    private final SourceTable source;
    private final boolean described;
    private final List<Notice> notices;
    private final List<Mapping.Field> fields = new ArrayList<>();
    private final Samples samples;

    OneTable(SourceTable source, boolean described, List<Notice> notices) {
      this.source = source;
      this.described = described;
      this.notices = notices;
      this.samples = new Samples(source, notices);
    }

    Optional<Mapping.Sheet> guess() {
      Optional<StudySchema.Table> known = Source.known(source);
      if (known.isPresent() && isTable(known.get())) {
        return Optional.of(sameColumns(known.get()));
      }
      String patient = patientColumn();
      if (patient.isEmpty()) {
        return Optional.empty();
      }
      Map<String, List<String>> meanings = meanings(patient);
      String main = mainTable(meanings);
      for (String heading : source.header()) {
        if (!heading.isEmpty() && !heading.equals(patient)) {
          field(heading, meanings.getOrDefault(heading, List.of()), main);
        }
      }
      if (main.equals("patients") || fields.isEmpty()) {
        fields.add(0, Mapping.Field.column(patient, "patients", "id"));
      }
      dates(meanings);
      return Optional.of(
          new Mapping.Sheet(
              source.name(), patient, fields.stream().map(samples::refined).toList()));
    }

    /// A table of a study folder, by its name and the columns that every row must fill.
    private boolean isTable(StudySchema.Table table) {
      return table.columns().stream()
          .filter(StudySchema.Column::required)
          .allMatch(column -> source.header().contains(column.name()));
    }

    private Mapping.Sheet sameColumns(StudySchema.Table table) {
      String patient = table.name().equals("patients") ? "id" : "patient";
      for (String heading : source.header()) {
        if (!heading.isEmpty() && !heading.equals("patient")) {
          Mapping.Field field = Mapping.Field.column(heading, table.name(), heading);
          boolean number =
              table
                  .column(heading)
                  .filter(column ->
                      column.type() == StudySchema.Type.NUMBER
                          || column.type() == StudySchema.Type.LIMITED)
                  .isPresent();
          if (described) {
            fields.add(field.withDecimalComma(number && source.commaFree()));
          } else {
            fields.add(samples.refined(field));
          }
        }
      }
      return new Mapping.Sheet(source.name(), patient, fields);
    }

    private String patientColumn() {
      for (String heading : source.header()) {
        if (Dictionary.HEADINGS
            .getOrDefault(Dictionary.key(heading), List.of())
            .contains("patient")) {
          return heading;
        }
      }
      for (String heading : source.header()) {
        if (heading.equalsIgnoreCase("id")) {
          return heading;
        }
      }
      notices.add(Notice.of(source.file(), "patient-column-open"));
      return "";
    }

    /// What each heading may mean, as table.column.
    private Map<String, List<String>> meanings(String patient) {
      Map<String, List<String>> meanings = new LinkedHashMap<>();
      for (String heading : source.header()) {
        if (heading.isEmpty() || heading.equals(patient)) {
          continue;
        }
        TreeSet<String> all =
            new TreeSet<>(Dictionary.HEADINGS.getOrDefault(Dictionary.key(heading), List.of()));
        for (StudySchema.Table table : StudySchema.tables()) {
          if (table.column(heading).isPresent() && !heading.equals("id")) {
            all.add(table.name() + "." + heading);
          }
        }
        meanings.put(heading, List.copyOf(all));
      }
      return meanings;
    }

    /// The table that most headings belong to; of two the one that asks for less.
    private String mainTable(Map<String, List<String>> meanings) {
      Map<String, Integer> scores = new LinkedHashMap<>();
      for (StudySchema.Table table : StudySchema.tables()) {
        int score =
            (int)
                meanings.values().stream()
                    .filter(
                        list -> list.stream().anyMatch(each -> each.startsWith(table.name() + ".")))
                    .count();
        boolean complete =
            table.columns().stream()
                .filter(column -> column.required() && !column.name().equals("id"))
                .filter(column -> !column.name().equals("patient") && !column.name().equals("date"))
                .allMatch(column ->
                    meanings.values().stream()
                        .anyMatch(list -> list.contains(table.name() + "." + column.name())));
        scores.put(table.name(), complete ? score : 0);
      }
      return scores.entrySet().stream()
          .max(Comparator.comparingInt(Map.Entry::getValue))
          .filter(best -> best.getValue() > 0)
          .map(Map.Entry::getKey)
          .orElse("visits");
    }

    private void field(String heading, List<String> meanings, String main) {
      if (meanings.contains("date")) {
        return;
      }
      if (enzyme(heading, main)) {
        return;
      }
      for (String table : List.of(main, "patients", "visits")) {
        for (String meaning : meanings) {
          if (meaning.startsWith(table + ".")) {
            fields.add(Mapping.Field.column(heading, table, meaning.substring(table.length() + 1)));
            return;
          }
        }
      }
      if (!group(heading)) {
        notices.add(Notice.of(source.file(), "column-not-mapped", heading));
      }
    }

    /// An enzyme's column beside its upper limit belongs to the visit; alone it is a measurement.
    private boolean enzyme(String heading, String main) {
      boolean visit =
          StudySchema.table("visits").orElseThrow().column(heading + "_uln").isPresent();
      return visit
          && !(main.equals("visits") && source.header().contains(heading + "_uln"))
          && group(heading);
    }

    /// A column named after a laboratory value or an antibody: a row of its own for each.
    private boolean group(String heading) {
      Matcher limit = UPPER_LIMIT.matcher(heading);
      if (limit.matches()) {
        Optional<Vocabulary.Term> term = Vocabulary.measurements().find(limit.group(1));
        if (term.isPresent()) {
          fields.add(
              Mapping.Field.column(heading, "measurements", "upper_limit")
                  .inGroup(term.get().code()));
          return true;
        }
      }
      Matcher withUnit = WITH_UNIT.matcher(heading);
      String name = withUnit.matches() ? withUnit.group(1) : heading;
      Optional<Vocabulary.Term> measured = Vocabulary.measurements().find(name);
      if (measured.isPresent()) {
        String code = measured.get().code();
        String unit = withUnit.matches() ? withUnit.group(2) : "";
        fields.add(
            Mapping.Field.column(heading, "measurements", "value").inGroup(code).withUnit(unit));
        fields.add(Mapping.Field.constant(code, "measurements", "measurement", code));
        if (unit.isEmpty()) {
          notices.add(Notice.of(heading, "unit-needed", measured.get().cell("unit")));
        }
        return true;
      }
      Optional<Vocabulary.Term> antibody = Vocabulary.antibodies().find(name);
      if (antibody.isPresent()) {
        String code = antibody.get().code();
        fields.add(Mapping.Field.column(heading, "antibodies", "result").inGroup(code));
        fields.add(Mapping.Field.constant(code, "antibodies", "antibody", code));
        return true;
      }
      return false;
    }

    /// One column of dates says when everything in its row was.
    private void dates(Map<String, List<String>> meanings) {
      for (Map.Entry<String, List<String>> heading : meanings.entrySet()) {
        if (heading.getValue().contains("date")) {
          List<String> tables = fields.stream().map(Mapping.Field::table).distinct().toList();
          for (String table : tables) {
            if (StudySchema.table(table).flatMap(t -> t.column("date")).isPresent()) {
              fields.add(Mapping.Field.column(heading.getKey(), table, "date"));
            }
          }
          return;
        }
      }
    }
  }
}
