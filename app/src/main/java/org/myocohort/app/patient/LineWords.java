package org.myocohort.app.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.line.DayBounds;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.safety.CreatinineClearance;

/// What lines of treatment and alerts read in a record, in words, each opening its row.
final class LineWords {
  private final Words words;
  private final SourceLinks links;
  private final RowNames names;
  private final Map<RowReference, Treatment> treatments = new HashMap<>();
  private final Map<RowReference, ClinicalEvent> events = new HashMap<>();
  private final Map<RowReference, Manifestation> findings = new HashMap<>();

  LineWords(PatientRecord patient, SourceLinks links, Words words) {
    this.words = words;
    this.links = links;
    this.names = new RowNames(patient, words);
    patient.treatments().stream()
        .filter(each -> each.phase() == Treatment.Phase.DATED)
        .forEach(each -> treatments.put(each.row(), each));
    patient.events().forEach(each -> events.put(each.row(), each));
    patient.manifestations().stream()
        .filter(each -> each.row().table().equals("manifestations"))
        .forEach(each -> findings.put(each.row(), each));
  }

  Words words() {
    return words;
  }

  /// A course with its dates.
  String course(Treatment course) {
    String start = words.value(course.start());
    boolean goesOn = course.stop().isAbsent() && !course.isSingleDose();
    String stop = goesOn ? words.text("timeline.ongoing") : words.cell(course.stop());
    return Courses.title(course, words) + ", " + start + (stop.isEmpty() ? "" : " – " + stop);
  }

  /// Each value once, opening its row.
  List<Cell> values(List<Input> inputs) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Input input : inputs) {
      Cell cell = new Cell(told(input), links.to(input.row(), column(input)));
      cells.putIfAbsent(cell.text(), cell);
    }
    return List.copyOf(cells.values());
  }

  private static String column(Input input) {
    return switch (input.column()) {
      case CreatinineClearance.CODE -> "value";
      case "neutrophils-due" -> "";
      default -> input.column();
    };
  }

  private String told(Input input) {
    if (input.column().equals(CreatinineClearance.CODE)) {
      return words.text("line.value.clearance", words.value(input.value()));
    }
    if (input.column().equals("neutrophils-due")) {
      return words.text("line.value.neutrophils-due", words.value(input.value()));
    }
    Treatment course = treatments.get(input.row());
    if (course != null) {
      return input.column().equals("reason_stopped")
          ? course(course) + ": " + words.value(course.reasonStopped())
          : course(course);
    }
    ClinicalEvent event = events.get(input.row());
    if (event != null) {
      String note = event.note().isEmpty() ? "" : " (" + event.note() + ")";
      return words.text("event." + event.kind().code()) + note + ", " + words.value(event.date());
    }
    Manifestation finding = findings.get(input.row());
    if (finding != null) {
      String when = finding.from().isKnown() ? ", " + words.value(finding.from()) : "";
      return finding(finding.finding()) + ": " + words.present(finding.present()) + when;
    }
    if (input.value() instanceof Value.Known<?>(String code)
        && input.column().equals("manifestations")) {
      return finding(code) + ": " + words.text("input-value.present");
    }
    if (input.value() instanceof Value.Known<?>(String code) && isDrugColumn(input.column())) {
      return words.text("line.column." + input.column(), words.drug(code));
    }
    return names.told(input);
  }

  private static boolean isDrugColumn(String column) {
    return column.equals("prior_treatments")
        || column.equals("concomitant_treatments")
        || column.equals("anakinra_mg_per_day");
  }

  /// The full name: in a sentence of its own `ILD` would be too short.
  private String finding(String code) {
    return org.myocohort.vocabulary.Vocabulary.findings().term(code).name(words.texts().language());
  }

  /// What the record lacks, each once; what a row lacks opens the row.
  List<Cell> missing(List<Missing> missing) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Missing each : missing) {
      RowReference row = each.row();
      Cell cell =
          row == null
              ? Cell.of(lacking(each))
              : new Cell(lacking(each), links.to(row, column(each)));
      cells.putIfAbsent(cell.text(), cell);
    }
    return List.copyOf(cells.values());
  }

  private static String column(Missing missing) {
    return missing.kind() == Missing.Kind.STOP_REASON ? "reason_stopped" : missing.code();
  }

  private String lacking(Missing missing) {
    return switch (missing.kind()) {
      case TREATMENTS -> words.text("line.missing.treatments");
      case DRUG -> words.text("line.missing.drug", drugs(missing.code()));
      case FINDING -> words.text("line.missing.finding", finding(missing.code()));
      case MEASUREMENT -> words.text("line.missing.measurement", words.measurement(missing.code()));
      case EVENT -> words.text("line.missing.event", words.text("event." + missing.code()));
      case STOP_REASON -> words.text("line.missing.stop-reason", words.drug(missing.code()));
      case COLUMN -> {
        String column = words.name("line.lacks", missing.code());
        RowReference row = missing.row();
        yield row == null ? column : words.text("line.missing.column", column, row(row));
      }
    };
  }

  private String row(RowReference row) {
    Treatment course = treatments.get(row);
    if (course != null) {
      return words.drug(course.drug()) + ", " + words.value(course.start());
    }
    ClinicalEvent event = events.get(row);
    if (event != null) {
      return words.text("event." + event.kind().code()) + ", " + words.value(event.date());
    }
    Manifestation finding = findings.get(row);
    return finding == null ? row.id() : finding(finding.finding());
  }

  /// Drugs of a rule as it names them: a group by its name in the guide.
  String drugs(String codes) {
    return Arrays.stream(codes.split(", ", -1)).map(this::group).collect(Collectors.joining(", "));
  }

  private String group(String word) {
    return Guide.shipped().treatments().stream()
        .filter(each -> each.drugs().words().equals(List.of(word)))
        .findFirst()
        .map(each -> each.title(words.texts().language()))
        .orElseGet(() -> words.drug(word));
  }

  /// A drug of a line: all glucocorticoids by one name.
  String agent(String agent) {
    return words.drug(agent);
  }

  String agents(List<String> agents) {
    return agents.stream().map(this::agent).collect(Collectors.joining(", "));
  }

  /// `120`, `100 – 130`, or at least as many.
  String days(DayBounds days) {
    Long most = days.most();
    if (most == null) {
      return words.text("line.days-at-least", days.least());
    }
    return days.isExact() ? Long.toString(days.least()) : days.least() + "–" + most;
  }

  static String date(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /// A day, or that it goes on.
  String until(@Nullable Long day) {
    return day == null ? words.text("timeline.ongoing") : date(day);
  }

  List<Cell> courses(List<Treatment> courses) {
    List<Cell> cells = new ArrayList<>();
    for (Treatment course : courses) {
      cells.add(new Cell(words.drug(course.drug()), links.to(course.row(), course.column())));
    }
    return cells;
  }

  Cell course(Treatment course, String text) {
    return new Cell(text, links.to(course.row(), course.column()));
  }
}
