package org.myocohort.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;

/// Puts an example study into the demonstration's database.
final class ExampleStudies {
  private ExampleStudies() {}

  /// Puts it there, unless a study of its name is there already.
  static void load(StudyFolder folder, Studies studies, PatientStore patients) {
    Study study = folder.study();
    if (studies.find(study.name()).isPresent()) {
      return;
    }
    List<SaveRequest> requests = new ArrayList<>();
    rows(folder)
        .forEach((patient, rows) ->
            requests.add(
                new SaveRequest(new PatientKey(study.name(), patient), 0, rows, "", "import")));
    studies.save(
        Actor.administratorOnCommandLine(),
        new Studies.StoredStudy(
            study.name(),
            new StudyWriter.Description(
                study.name(),
                study.title(),
                study.synthetic(),
                study.settings(),
                study.quartileMethod())),
        "");
    for (SaveResult result : patients.save(Actor.commandLine(), requests)) {
      if (!(result instanceof SaveResult.Saved)) {
        throw new IllegalStateException("the example " + study.name() + " is refused: " + result);
      }
    }
  }

  /// The rows of each patient, in the order of the patients table.
  private static Map<String, List<RowChange>> rows(StudyFolder folder) {
    Map<String, List<RowChange>> byPatient = new LinkedHashMap<>();
    for (String name : folder.tableNames()) {
      CsvFile table = folder.table(name).orElseThrow();
      boolean persons = name.equals("patients");
      int id = table.column("id");
      int patient = persons ? id : table.column("patient");
      CsvFile.Row row = table.cursor();
      for (int index = 0; index < table.rowCount() && patient >= 0; index++) {
        row.moveTo(index);
        TreeMap<String, String> cells = new TreeMap<>();
        for (int column = 0; column < table.header().size(); column++) {
          if (column != id) {
            cells.put(table.header().get(column), row.text(column));
          }
        }
        byPatient
            .computeIfAbsent(row.text(patient), _ -> new ArrayList<>())
            .add(new RowChange.Put(name, row.text(id), cells));
      }
    }
    return byPatient;
  }
}
