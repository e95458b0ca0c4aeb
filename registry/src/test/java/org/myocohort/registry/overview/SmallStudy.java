package org.myocohort.registry.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// Five patients of two centres, on 2026-11-22:
///
/// - A1, Padua, woman, anti-Jo-1, improved by 100 points of the core set's best, seen in October
/// - A2, Padua, man, anti-MDA5 and anti-Ro52, one visit in January: overdue
/// - A3, Padua, dead, last seen in 2024
/// - B1, Lyon, woman, anti-Jo-1, two visits without the enzymes: bounds only
/// - B2, Lyon, from the literature, without a visit
final class SmallStudy {
  static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  static final Actor MANAGER = Actor.commandLine();
  static final Actor ADMINISTRATOR = Actor.administratorOnCommandLine();
  static final Actor LYON = new Actor("lyon", Role.DATA_MANAGER, Set.of("Lyon"));
  static final Actor NOWHERE = new Actor("nowhere", Role.VIEWER, Set.of());

  final Studies studies;
  final PatientStore store;

  SmallStudy(Database database) {
    studies = new Studies(database, TODAY);
    store = new PatientStore(database, TODAY);
    studies.save(ADMINISTRATOR, study("myositis"), "");
    save(
        "A1",
        put("patients", "A1", "centre", "Padua", "sex", "female", "birth", "1960", "onset", "2019"),
        put("antibodies", "AB1", "patient", "A1", "antibody", "anti-Jo-1", "result", "positive"),
        visit("V1", "A1", "2026-01-10", "8", "2.5", "10"),
        visit("V2", "A1", "2026-10-10", "0", "0", "1"));
    save(
        "A2",
        put("patients", "A2", "centre", "Padua", "sex", "male", "source", "100% Smith_2020"),
        put("antibodies", "AB2", "patient", "A2", "antibody", "anti-MDA5", "result", "positive"),
        put("antibodies", "AB3", "patient", "A2", "antibody", "anti-Ro52", "result", "positive"),
        put("antibodies", "AB4", "patient", "A2", "antibody", "anti-Jo-1", "result", "negative"),
        visit("V3", "A2", "2026-01", "5", "1", "3"));
    save(
        "A3",
        put("patients", "A3", "centre", "Padua", "sex", "male", "vital_status", "dead"),
        visit("V4", "A3", "2024-05-01", "5", "1", "3"));
    save(
        "B1",
        put("patients", "B1", "centre", "Lyon", "sex", "female", "vital_status", "alive"),
        put("antibodies", "AB5", "patient", "B1", "antibody", "anti-Jo-1", "result", "positive"),
        visit("V5", "B1", "2026-06-01", "8", "2", ""),
        visit("V6", "B1", "2026-09-01", "4", "1", ""));
    save("B2", put("patients", "B2", "centre", "Lyon", "cohort", "literature"));
  }

  static Studies.StoredStudy study(String id) {
    return new Studies.StoredStudy(
        id, new StudyWriter.Description(id, "Myositis", false, StudySettings.DEFAULT, null));
  }

  static RowChange visit(
      String id, String patient, String date, String global, String haq, String ratio) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "patient",
                patient,
                "date",
                date,
                "physician_global",
                global,
                "patient_global",
                global,
                "extramuscular",
                global,
                "mmt",
                global.equals("0") ? "80" : "40",
                "mmt_max",
                "80",
                "haq",
                haq));
    if (!ratio.isEmpty()) {
      cells.addAll(List.of("ck", ratio + "00", "ck_uln", "100"));
    }
    return put("visits", id, cells.toArray(String[]::new));
  }

  static RowChange put(String table, String id, String... cells) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new RowChange.Put(table, id, map);
  }

  void save(String patient, RowChange... changes) {
    save(0, patient, "", changes);
  }

  void save(long revision, String patient, String reason, RowChange... changes) {
    assertThat(
            store.save(
                MANAGER,
                SaveRequest.of(
                    new PatientKey("myositis", patient), revision, List.of(changes), reason)))
        .isInstanceOf(SaveResult.Saved.class);
  }
}
