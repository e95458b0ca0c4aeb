package org.myocohort.care.taper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;

/// A study folder of one patient `A`, written table by table, and read as any other.
final class Folder {
  static final Path EXAMPLES = Path.of("..", "examples");

  private final Path folder;
  private final StringBuilder treatments =
      new StringBuilder("id,patient,drug,dose,unit,route,frequency,start,stop\n");
  private final StringBuilder events = new StringBuilder("id,patient,kind,date\n");
  private final StringBuilder visits =
      new StringBuilder(
          "id,patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq,ck,ck_uln\n");
  private String person = "A,own,NA";
  private int rows;

  Folder(Path folder) {
    this.folder = folder;
  }

  /// A course of a drug, such as `"prednisone 60 mg oral daily", "2026-01-01", "2026-01-29"`.
  Folder given(String course, String start, String stop) {
    String[] words = course.split(" ", 5);
    String drug = words[0].replace('_', ' ');
    treatments.append(
        String.join(",", id("T"), "A", drug, words[1], words[2], words[3], words[4], start, stop));
    treatments.append('\n');
    return this;
  }

  /// Prednisone by mouth: a dose and the day it begins, each until the next; the last until the
  /// date that ends it, or on where that is `NA`.
  Folder tapered(String... dosesAndDays) {
    for (int i = 0; i + 2 < dosesAndDays.length; i += 2) {
      given(
          "prednisone " + dosesAndDays[i] + " mg oral daily",
          dosesAndDays[i + 1],
          i + 3 < dosesAndDays.length ? dosesAndDays[i + 3] : dosesAndDays[i + 2]);
    }
    return this;
  }

  Folder happened(String kind, String date) {
    events.append(String.join(",", id("E"), "A", kind, date)).append('\n');
    return this;
  }

  /// A visit, such as `"2026-01-01", "6.0,6.0,5.0,60,80,2.0,1000,200"`.
  Folder visited(String date, String values) {
    visits.append(String.join(",", id("V"), "A", date, values)).append('\n');
    return this;
  }

  Folder died(String date) {
    person = "A,own," + date;
    return this;
  }

  private String id(String letter) {
    return letter + ++rows;
  }

  Study study() {
    try {
      Files.writeString(folder.resolve("patients.csv"), "id,cohort,death\n" + person + "\n");
      Files.writeString(folder.resolve("treatments.csv"), treatments);
      Files.writeString(folder.resolve("events.csv"), events);
      Files.writeString(folder.resolve("visits.csv"), visits);
      return StudyFolder.read(folder).study();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInputException wrong) {
      throw new IllegalArgumentException(wrong.problems().toString(), wrong);
    }
  }

  PatientRecord patient() {
    return study().patients().getFirst();
  }

  TaperHistory until(String day) {
    Study study = study();
    return TaperHistory.of(study.patients().getFirst(), study.settings(), day(day));
  }

  static Moment day(String text) {
    return Moment.parse(text).orElseThrow();
  }
}
