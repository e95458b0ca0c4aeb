package org.myocohort.app.review.folder;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.flow.SourceKind;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is imported, from where and by whom.
final class ImportOptions {
  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "folder.folder")
  private Path path = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "folder.file")
  private List<Path> files = List.of();

  @Option(
      names = "--source",
      paramLabel = "KIND",
      converter = CodeConverter.OfSource.class,
      descriptionKey = "folder.source")
  private SourceKind kind = SourceKind.DATABASE;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "folder.name")
  private @Nullable String name;

  @Option(names = "--by", paramLabel = "PERSON", descriptionKey = "folder.by")
  private @Nullable String by;

  @Option(names = "--no-compare", descriptionKey = "folder.no-compare")
  private boolean withoutComparing;

  Path path() {
    return path;
  }

  List<Path> files() {
    return files;
  }

  SourceKind kind() {
    return kind;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String by() {
    return by;
  }

  /// Whether all records are compared with each other at the end.
  boolean compares() {
    return !withoutComparing;
  }
}
