package org.myocohort.evidence.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// An index that was kept in a folder, opened to be searched: whole, whatever another process adds
/// meanwhile.
public final class KeptIndex implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;

  private KeptIndex(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
  }

  /// What wrote an index: another version may read it otherwise.
  public static String writtenBy() {
    return "lucene " + Version.LATEST;
  }

  /// Opens an index and reads it through once, so that a damaged one is known.
  ///
  /// @return empty where there is none, or none that is whole
  public static Optional<KeptIndex> open(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Directory directory;
    try {
      directory = FSDirectory.open(folder);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return Optional.of(new KeptIndex(directory, reader));
    } catch (IOException | RuntimeException damaged) {
      IOUtils.closeWhileHandlingException(reader, directory);
      return Optional.empty();
    }
  }

  /// The notes that it was kept with.
  public Map<String, String> notes() throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /// Works, each found by what any of its records says. To close the search closes this.
  ///
  /// @param works in their order
  /// @param workOf the id of a record, the place of its work; null for one that is left out
  public RecordSearch search(List<String> works, Function<String, @Nullable Integer> workOf)
      throws IOException {
    return new RecordSearch(reader, Numbering.of(reader, works, workOf), this);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
