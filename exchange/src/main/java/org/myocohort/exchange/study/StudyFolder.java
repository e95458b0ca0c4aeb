package org.myocohort.exchange.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// A folder of plain tables that make up a study, with or without a `datapackage.json`.
///
/// A table is known by its name in the data package, else by its file name. Unknown columns, tables
/// and files are no concern of the reader's and stay as they are.
public final class StudyFolder {
  private final @Nullable Path folder;
  private final Map<String, Path> paths;
  private final Map<String, CsvFile> tables;
  private final Study study;

  private StudyFolder(
      @Nullable Path folder, Map<String, Path> paths, Map<String, CsvFile> tables, Study study) {
    this.folder = folder;
    this.paths = paths;
    this.tables = tables;
    this.study = study;
  }

  /// Reads a study.
  ///
  /// @throws NotAStudyException if the folder holds none of a study's tables
  /// @throws IOException if the folder or a table in it cannot be opened
  /// @throws BadInputException with everything that is wrong with the tables
  public static StudyFolder read(Path folder) throws IOException, BadInputException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Problems problems = new Problems();
    DataPackage description = DataPackage.NONE;
    Path descriptor = folder.resolve(DataPackage.FILE);
    if (Files.exists(descriptor)) {
      String file = descriptor.toString();
      description = DataPackage.parse(DataPackage.bytes(descriptor, file), file, problems);
    }
    Map<String, Path> paths = paths(folder, description, problems);
    if (paths.isEmpty()) {
      problems.throwIfAny();
      throw new NotAStudyException();
    }
    return read(folder, description, paths, problems, folder.toRealPath().getFileName());
  }

  /// Reads a patients table that stands by itself, as a study of its own.
  ///
  /// @throws IOException if the file cannot be opened
  /// @throws BadInputException with everything that is wrong with it
  public static StudyFolder readPatientsFile(Path file) throws IOException, BadInputException {
    Map<String, Path> paths = new LinkedHashMap<>(Map.of("patients", file));
    return read(null, DataPackage.NONE, paths, new Problems(), file.getFileName());
  }

  /// Reads a table of reported statistics that stands by itself, as a study of its own.
  ///
  /// @throws IOException if the file cannot be opened
  /// @throws BadInputException with everything that is wrong with it
  public static StudyFolder readReportedStatisticsFile(Path file)
      throws IOException, BadInputException {
    Map<String, Path> paths = new LinkedHashMap<>(Map.of("reported-statistics", file));
    return read(null, DataPackage.NONE, paths, new Problems(), file.getFileName());
  }

  /// Makes a study of tables that stand in memory, such as the rows of a registry's patient.
  ///
  /// @param tables known tables by their names in the schema
  /// @throws BadInputException with everything that is wrong with them
  public static StudyFolder of(StudyWriter.Description description, Map<String, CsvFile> tables)
      throws BadInputException {
    Problems problems = new Problems();
    StudyReader reader = new StudyReader(tables, problems);
    reader.read();
    problems.throwIfAny();
    return new StudyFolder(
        null,
        Map.of(),
        new LinkedHashMap<>(tables),
        new Study(
            description.name(),
            description.title(),
            description.synthetic(),
            description.settings(),
            description.quartileMethod(),
            reader.patients(),
            reader.reportedStatistics()));
  }

  /// Where the known tables of a folder stand, whatever is in them.
  ///
  /// @param description what the data package says of the study, empty where there is none
  /// @param described whether there is a data package
  /// @param paths by the tables' names, in the order of the schema
  public record Tables(
      Optional<StudyWriter.Description> description, boolean described, Map<String, Path> paths) {}

  /// Finds the known tables of a folder without reading them.
  ///
  /// @param name how to name the folder in messages
  /// @throws BadInputException with everything that is wrong with its data package
  public static Tables tables(Path folder, String name) throws IOException, BadInputException {
    Problems problems = new Problems();
    DataPackage description = DataPackage.NONE;
    Path descriptor = folder.resolve(DataPackage.FILE);
    boolean described = Files.exists(descriptor);
    if (described) {
      String file = name + "/" + DataPackage.FILE;
      description = DataPackage.parse(DataPackage.bytes(descriptor, file), file, problems);
    }
    Map<String, Path> paths = paths(folder, description, problems);
    problems.throwIfAny();
    if (!described) {
      return new Tables(Optional.empty(), false, paths);
    }
    String title = description.title().isEmpty() ? description.name() : description.title();
    return new Tables(
        Optional.of(
            new StudyWriter.Description(
                description.name(),
                title,
                description.synthetic(),
                description.settings(),
                description.quartileMethod())),
        true,
        paths);
  }

  private static StudyFolder read(
      @Nullable Path folder,
      DataPackage description,
      Map<String, Path> paths,
      Problems problems,
      @Nullable Path fileName)
      throws IOException, BadInputException {
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    for (Map.Entry<String, Path> path : paths.entrySet()) {
      try {
        tables.put(path.getKey(), CsvFile.read(path.getValue(), path.getValue().toString()));
      } catch (BadInputException e) {
        problems.addAll(e);
      }
    }
    StudyReader reader = new StudyReader(tables, problems);
    if (folder != null && !paths.containsKey("patients") && reader.needsPatients()) {
      problems.add(folder.toString(), 0, "", "table-missing", "", "patients.csv");
    }
    reader.read();
    problems.throwIfAny();
    String name =
        !description.name().isEmpty() || fileName == null
            ? description.name()
            : withoutEnding(fileName.toString());
    return new StudyFolder(
        folder,
        paths,
        tables,
        new Study(
            name,
            description.title().isEmpty() ? name : description.title(),
            description.synthetic(),
            description.settings(),
            description.quartileMethod(),
            reader.patients(),
            reader.reportedStatistics()));
  }

  private static String withoutEnding(String fileName) {
    return fileName.endsWith(".csv") ? fileName.substring(0, fileName.length() - 4) : fileName;
  }

  /// Where each known table stands, in the order of the schema.
  private static Map<String, Path> paths(Path folder, DataPackage description, Problems problems) {
    String file = folder.resolve(DataPackage.FILE).toString();
    Map<String, Path> listed = new LinkedHashMap<>();
    for (DataPackage.Resource resource : description.resources()) {
      Optional<StudySchema.Table> table = tableOf(resource);
      if (table.isEmpty()) {
        continue;
      }
      Optional<Path> path = inside(folder, resource.path());
      if (path.isEmpty()) {
        problems.add(file, 0, "resources.path", "path-inside", resource.path());
      } else if (!Files.exists(path.get())) {
        problems.add(file, 0, "resources.path", "file-missing", resource.path());
      } else if (listed.putIfAbsent(table.get().name(), path.get()) != null) {
        problems.add(file, 0, "resources.name", "table-twice", table.get().name());
      }
    }
    Map<String, Path> paths = new LinkedHashMap<>();
    for (StudySchema.Table table : StudySchema.tables()) {
      Path byName = folder.resolve(table.fileName());
      if (listed.containsKey(table.name())) {
        paths.put(table.name(), listed.get(table.name()));
      } else if (Files.exists(byName) && !listed.containsValue(byName)) {
        paths.put(table.name(), byName);
      }
    }
    return paths;
  }

  private static Optional<StudySchema.Table> tableOf(DataPackage.Resource resource) {
    Optional<StudySchema.Table> byName = StudySchema.table(resource.name());
    if (byName.isPresent()) {
      return byName;
    }
    String path = resource.path();
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    return StudySchema.tables().stream()
        .filter(table -> table.fileName().equals(fileName))
        .findFirst();
  }

  /// A path of the data package, if it stays within the folder.
  private static Optional<Path> inside(Path folder, String path) {
    if (path.isEmpty() || path.contains("\\") || path.contains("://")) {
      return Optional.empty();
    }
    try {
      boolean relative = !Path.of(path).isAbsolute() && !List.of(path.split("/")).contains("..");
      return relative ? Optional.of(folder.resolve(path)) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// What the tables say.
  public Study study() {
    return study;
  }

  /// A known table, as it stands in its file.
  ///
  /// @param name its name in the schema, such as `visits`
  public Optional<CsvFile> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /// The names of the known tables that are there, in the order of the schema.
  public List<String> tableNames() {
    return List.copyOf(tables.keySet());
  }

  /// The file of a known table.
  public Optional<Path> path(String name) {
    return Optional.ofNullable(paths.get(name));
  }

  /// The folder, or empty where there is none: a patients table that stands by itself, or tables in
  /// memory.
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /// Writes the study to another folder, each file byte for byte as it is: the tables as they were
  /// read, and every other file of the folder, known or not.
  ///
  /// @throws IllegalStateException where there is no folder
  public void copyTo(Path target) throws IOException {
    if (folder == null) {
      throw new IllegalStateException("tables without a folder");
    }
    Map<Path, CsvFile> read = new LinkedHashMap<>();
    paths.forEach((name, path) -> read.put(path, tables.get(name)));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.toAbsolutePath().getParent());
        CsvFile table = read.get(file);
        if (table != null) {
          table.save(copy);
        } else {
          AtomicFile.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }
}
