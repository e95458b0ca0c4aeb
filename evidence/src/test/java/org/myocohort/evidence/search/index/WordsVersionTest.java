package org.myocohort.evidence.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.format.NoRecordsException;
import org.myocohort.evidence.format.RecordFiles;

class WordsVersionTest {
  private static final Pattern EXPORT = Pattern.compile(".*\\.(ris|nbib|xml|csv|bib|json|txt)");

  @Test
  void anIndexMadeByAnEarlierVersionIsKnownByItsNumber(@TempDir Path folder)
      throws IOException, URISyntaxException, NoSuchAlgorithmException {
    Path samples =
        Path.of(
            Objects.requireNonNull(
                    WordsVersionTest.class.getResource("/org/myocohort/evidence/format/embase.ris"))
                .toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(samples.resolveSibling("."))) {
      files = all.filter(file -> EXPORT.matcher(file.toString()).matches()).sorted().toList();
    }
    try (RecordIndex index = RecordIndex.in(folder)) {
      try (RecordAdder adder = index.adder()) {
        for (Path file : files) {
          try {
            RecordFiles.read(
                file,
                record -> adder.add(file.getFileName() + "-" + record.origin().number(), record));
          } catch (NoRecordsException _) {
            // A sample of what is none.
          }
        }
      }
      index.commit();
    }
    assertThat(RecordIndex.WORDS_VERSION + " " + digest(folder))
        .as(
            "What an index holds of these exports is not what it held before: raise"
                + " RecordIndex.WORDS_VERSION, so that kept ones are made again, and note both here")
        .isEqualTo("3 abb210e66a8127ce");
  }

  /// Of every word of every field, in how many records it stands; and of each record the words in
  /// their order, as far as a sum tells.
  private static String digest(Path folder) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (String field : FieldInfos.getIndexedFields(reader).stream().sorted().toList()) {
        Terms terms = MultiTerms.getTerms(reader, field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef word = each.next(); word != null; word = each.next()) {
          String line = field + " " + word.utf8ToString() + " " + each.docFreq() + "\n";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((" " + orders(reader, field) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /// Two threads share the records, so that their sequence in the index is not always the same.
  private static long orders(DirectoryReader reader, String field) throws IOException {
    long sum = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues orders = DocValues.getBinary(leaf.reader(), RecordDocuments.order(field));
      while (orders.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        sum += StringHelper.murmurhash3_x86_32(orders.binaryValue(), 0);
      }
    }
    return sum;
  }
}
