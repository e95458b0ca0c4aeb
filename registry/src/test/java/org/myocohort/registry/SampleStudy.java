package org.myocohort.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// A small study for tests.
public final class SampleStudy {
  public static final String STUDY = "myositis";
  public static final Actor MANAGER = Actor.commandLine();

  private SampleStudy() {}

  public static PatientKey key(String patient) {
    return new PatientKey(STUDY, patient);
  }

  /// A store with the study in it, and no patient.
  public static PatientStore store(Database database) {
    new Studies(database, Instant::now)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                STUDY,
                new StudyWriter.Description(STUDY, "Myositis", true, StudySettings.DEFAULT, null)),
            "");
    return new PatientStore(database, Instant::now);
  }

  public static RowChange put(String table, String id, String... cells) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new RowChange.Put(table, id, map);
  }

  /// A patient with visits a month apart, saved.
  public static SaveResult savePatient(PatientStore store, String id, int visits) {
    List<RowChange> changes = new ArrayList<>();
    changes.add(put("patients", id, "centre", "Padua", "sex", "female", "birth", "1960"));
    for (int i = 0; i < visits; i++) {
      changes.add(visit(id, i, "1.5"));
    }
    return store.save(MANAGER, SaveRequest.of(key(id), 0, changes, ""));
  }

  public static RowChange visit(String patient, int number, String haq) {
    return put(
        "visits",
        "V-" + patient + "-" + number,
        "patient",
        patient,
        "date",
        java.time.LocalDate.of(2020, 1, 10).plusMonths(number).toString(),
        "haq",
        haq);
  }
}
