package org.myocohort.exchange.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// Looks through a workbook's parts before an XML reader sees them: no document types, so no
/// entities of any kind; no cell beyond what a sheet may have. Finds merged cells on the way.
final class WorkbookGuard {
  private static final Pattern DECLARATION = Pattern.compile("<!(?:DOCTYPE|ENTITY)");
  private static final Pattern FAR_CELL =
      Pattern.compile(
          "<(?:c|row)\\b[^>]{0,200}?\\br=[\"'](?:[A-Za-z]{4,}[0-9]*|[A-Za-z]{0,3}[0-9]{8,})[\"']");
  private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"([A-Z0-9:]{1,30})\"");
  private static final int OVERLAP = 300;
  private static final int NAMED = 5;

  private final List<String> merged = new ArrayList<>();
  private String fault = "";
  private String faultyPart = "";

  private WorkbookGuard() {}

  /// The merged ranges of a workbook that may be read, the first few.
  ///
  /// @throws BadInputException if it may not
  static List<String> check(Path file, String name, Limits limits)
      throws IOException, BadInputException {
    WorkbookGuard guard = new WorkbookGuard();
    new ZipGuard(file, name, limits).unpack(Part.of(guard));
    if (!guard.fault.isEmpty()) {
      Problems problems = new Problems();
      problems.add(name, 0, "", guard.fault, guard.faultyPart);
      problems.throwIfAny();
    }
    return List.copyOf(guard.merged);
  }

  private void look(String entry, String text, int from) {
    if (fault.isEmpty() && DECLARATION.matcher(text).find()) {
      fault = "xml-declares";
      faultyPart = entry;
    }
    if (fault.isEmpty() && FAR_CELL.matcher(text).find()) {
      fault = "cell-too-far";
      faultyPart = entry;
    }
    Matcher matcher = MERGED.matcher(text);
    while (merged.size() < NAMED && matcher.find()) {
      // What ends within the part seen before was counted then.
      if (matcher.end() > from) {
        merged.add(matcher.group(1));
      }
    }
  }

  /// Watches the bytes of one part go by; keeps none but the end of what it saw last.
  private static final class Part extends OutputStream {
    private final WorkbookGuard guard;
    private final String entry;
    private String tail = "";

    private Part(WorkbookGuard guard, String entry) {
      this.guard = guard;
      this.entry = entry;
    }

    static ZipGuard.Sink of(WorkbookGuard guard) {
      return entry ->
          entry.endsWith(".xml") || entry.endsWith(".rels")
              ? new Part(guard, entry)
              : OutputStream.nullOutputStream();
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      // Without its zero bytes, UTF-16 reads as ASCII here.
      String seen =
          new String(bytes, offset, length, StandardCharsets.ISO_8859_1).replace("\0", "");
      String text = tail + seen;
      guard.look(entry, text, tail.length());
      tail = text.substring(Math.max(0, text.length() - OVERLAP));
    }
  }
}
