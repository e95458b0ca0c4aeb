package org.myocohort.app.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.biomarker.CsvText;
import org.myocohort.assay.cytometry.Background;
import org.myocohort.assay.cytometry.CytometryReader;
import org.myocohort.assay.cytometry.CytometryRows;
import org.myocohort.assay.cytometry.CytometryTable;
import org.myocohort.assay.plate.PlateAnalysis;
import org.myocohort.assay.plate.PlateNames;
import org.myocohort.assay.plate.PlateReader;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.assay.plate.PlateSettings;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;

/// Makes up a study of fifteen patients with a laboratory behind it: the raw files of a plate and
/// of flow cytometry, and the study folder whose biomarkers come out of them.
///
/// The design is that of a congress abstract on biomarkers of the response to anakinra (how many
/// patients, samples and visits); every number is invented. Of the difficulties of such a study
/// some are put in on purpose: a sample below detection, a duplicate that does not agree, a sample
/// diluted too little, and a drug that the assay measures.
final class LaboratoryStudy {
  static final String RAW = "raw";
  static final String NAME = "synthetic-il1ra";
  static final String PLATE = "plate-il1ra.csv";
  static final String READER = "plate-il1ra-reader.txt";
  static final String LAYOUT = "plate-il1ra-layout.csv";
  static final String PLATE_SAMPLES = "plate-il1ra-samples.csv";
  static final String MEMORY = "flow-memory.csv";
  static final String CYTOKINES = "flow-cytokines.csv";
  static final String FLOW_SAMPLES = "flow-samples.csv";

  private static final int BASELINE_WINDOW_DAYS = 30;
  private static final List<SimulatedTable> TABLES =
      List.of(
          SimulatedTable.PATIENTS,
          SimulatedTable.VISITS,
          SimulatedTable.MEASUREMENTS,
          SimulatedTable.TREATMENTS);
  private static final String BIOMARKERS = "biomarkers";

  private LaboratoryStudy() {}

  /// Writes the study into a folder that exists.
  static Simulation.Summary write(Path folder, long seed) throws IOException {
    List<LaboratoryPatient> patients = LaboratoryPatient.all(seed);
    Map<String, String> raw = new LinkedHashMap<>(new LaboratoryPlate(patients, seed).files());
    raw.putAll(new LaboratoryFlow(patients, seed).files());
    Map<String, String> tables = new LinkedHashMap<>();
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    for (SimulatedTable table : TABLES) {
      CsvText text = new CsvText(table.columns());
      List<List<String>> rows =
          patients.stream().flatMap(patient -> patient.rows(table).stream()).toList();
      rows.forEach(text::row);
      tables.put(table.title(), text.toString());
      counts.put(table.title(), rows.size());
    }
    List<BiomarkerRow> biomarkers = biomarkers(raw);
    tables.put(BIOMARKERS, CsvText.of(biomarkers));
    counts.put(BIOMARKERS, biomarkers.size());
    Files.createDirectory(folder.resolve(RAW));
    for (Map.Entry<String, String> file : raw.entrySet()) {
      Files.writeString(folder.resolve(RAW).resolve(file.getKey()), file.getValue());
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
    }
    Files.write(folder.resolve(DataPackage.FILE), dataPackage(tables, seed));
    Files.writeString(folder.resolve("README.md"), readme(seed));
    return new Simulation.Summary(patients.size(), seed, counts);
  }

  /// The names of everything in the study's folder.
  static List<String> files() {
    List<String> files = new ArrayList<>(TABLES.stream().map(SimulatedTable::fileName).toList());
    files.addAll(List.of(BIOMARKERS + ".csv", DataPackage.FILE, "README.md", RAW));
    return files;
  }

  /// What the commands `elisa` and `cytometry` make of the raw files.
  private static List<BiomarkerRow> biomarkers(Map<String, String> raw) {
    try {
      List<BiomarkerRow> rows =
          new ArrayList<>(
              PlateRows.biomarkers(
                  PlateAnalysis.of(
                      PlateReader.read(
                          table(raw, PLATE),
                          null,
                          null,
                          new PlateNames("", "", ""),
                          OptionalInt.empty()),
                      PlateSettings.DEFAULT),
                  "ELISA"));
      SampleTable samples = SampleTable.read(table(raw, FLOW_SAMPLES));
      rows.addAll(
          CytometryRows.biomarkers(
              CytometryReader.read(table(raw, MEMORY), samples), "flow-memory"));
      CytometryTable cytokines = CytometryReader.read(table(raw, CYTOKINES), samples);
      rows.addAll(
          CytometryRows.biomarkers(
              Background.subtracted(cytokines, Set.copyOf(LaboratoryFlow.CYTOKINES), CYTOKINES),
              "flow-cytokines"));
      return rows;
    } catch (BadInputException impossible) {
      throw new IllegalStateException("raw files of this program", impossible);
    }
  }

  private static RawTable table(Map<String, String> raw, String name) throws BadInputException {
    String text = raw.get(name);
    if (text == null) {
      throw new IllegalStateException("no raw file " + name);
    }
    return RawTable.parse(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static byte[] dataPackage(Map<String, String> tables, long seed) {
    Map<String, CsvFile> described = new LinkedHashMap<>();
    tables.forEach((name, text) -> {
      try {
        described.put(name, CsvFile.parse(text.getBytes(StandardCharsets.UTF_8), name + ".csv"));
      } catch (BadInputException impossible) {
        throw new IllegalStateException("a table of this program", impossible);
      }
    });
    return StudyWriter.dataPackage(
        new StudyWriter.Description(
            NAME,
            "Synthetic: IL-1Ra, T cells and CK around anakinra",
            true,
            new StudySettings("anakinra", BASELINE_WINDOW_DAYS, null),
            null),
        described,
        root -> {
          root.put(
              "description",
              "Made up by a random number generator: no row describes a person, and no number was"
                  + " measured.");
          root.putArray("licenses").addObject().put("name", "Apache-2.0");
          root.withObject("myocohort")
              .putObject("simulation")
              .put("design", "laboratory")
              .put("seed", seed);
        });
  }

  private static String readme(long seed) {
    return String.format(
        Locale.ROOT,
        """
        # Synthetic: IL-1Ra, T cells and CK around anakinra

        **Synthetic: every number was made up by a random number generator.** No row describes a person, nothing
        was measured, and nothing about myositis or its treatment can be learnt from it.

        Fifteen invented patients with the design of a congress abstract on biomarkers of the response to
        anakinra: 100 mg a day; serum before treatment of 14 and at month 6 of 14, of whom 10 still take the drug;
        T cells of 8 before and of 6 at month 6 (three who responded, three who did not); CK of all; 7 of 15 with
        a response. The numbers of patients and samples are the abstract's, all values are invented.

        `raw/` holds what a laboratory would hand over. Put in on purpose: a serum below detection (SYN04-M0), a
        duplicate that does not agree (SYN07-M0), a serum at month 6 diluted too little, so above the range
        (SYN11-M6), and an assay that measures the drug too: a rise of IL-1Ra under anakinra is exposure.

        Made by

            ./myocohort simulate --design laboratory --seed %1$d -o FOLDER

        `biomarkers.csv` is, below one header, what these three commands write:

            ./myocohort elisa FOLDER/raw/plate-il1ra.csv -o out/elisa
            ./myocohort cytometry FOLDER/raw/flow-memory.csv --samples FOLDER/raw/flow-samples.csv -o out/memory
            ./myocohort cytometry FOLDER/raw/flow-cytokines.csv --samples FOLDER/raw/flow-samples.csv \\
              --subtract-background IFNg+,TNFa+,IL-17A+ -o out/cytokines

        The same plate as a reader exports it, beside a drawn layout:

            ./myocohort elisa FOLDER/raw/plate-il1ra-reader.txt --layout FOLDER/raw/plate-il1ra-layout.csv \\
              --samples FOLDER/raw/plate-il1ra-samples.csv --marker IL-1Ra --unit pg/mL --batch plate-1
        """,
        seed);
  }
}
