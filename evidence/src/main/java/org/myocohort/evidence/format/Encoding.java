package org.myocohort.evidence.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which encoding a file stands: by its byte-order mark, by its XML declaration, or UTF-8.
///
/// @param charset of the text
/// @param stated whether a reader should be told of it
record Encoding(Charset charset, boolean stated) {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final int DECLARATION = 200;
  private static final int SAMPLE = 4096;

  static Encoding of(byte[] head) {
    if (starts(head, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, true);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, true);
    }
    int[] zeros = new int[2];
    int sample = Math.min(SAMPLE, head.length);
    for (int i = 0; i < sample; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    // Latin text in UTF-16 has a zero in nearly every second byte.
    if (zeros[1] > sample / 4 && zeros[0] < sample / 16) {
      return new Encoding(StandardCharsets.UTF_16LE, true);
    }
    if (zeros[0] > sample / 4 && zeros[1] < sample / 16) {
      return new Encoding(StandardCharsets.UTF_16BE, true);
    }
    String start =
        new String(head, 0, Math.min(DECLARATION, head.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    if (declared.find() && Charset.isSupported(declared.group(1))) {
      Charset charset = Charset.forName(declared.group(1));
      // A declaration that could be read as ASCII does not stand in a text of two-byte units.
      if (!charset.name().startsWith("UTF-") && !charset.equals(StandardCharsets.US_ASCII)) {
        return new Encoding(charset, true);
      }
    }
    return new Encoding(StandardCharsets.UTF_8, false);
  }

  private static boolean starts(byte[] head, int first, int second) {
    return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
  }

  TolerantReader reader(InputStream in) {
    return new TolerantReader(in, charset);
  }

  /// The text of the first bytes of a file.
  ///
  /// @param whole whether they are the whole file; otherwise its last line may be cut
  String text(byte[] head, boolean whole) throws IOException {
    StringBuilder text = new StringBuilder();
    try (TolerantReader reader = reader(new ByteArrayInputStream(head))) {
      char[] chars = new char[8192];
      int read = reader.read(chars, 0, chars.length);
      while (read >= 0) {
        text.append(chars, 0, read);
        read = reader.read(chars, 0, chars.length);
      }
    }
    if (!text.isEmpty() && text.charAt(0) == Lines.BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    int end = whole ? text.length() : text.lastIndexOf("\n");
    // A file of one line is looked at as far as it was read.
    return text.substring(0, end < text.length() / 2 ? text.length() : end);
  }

  Optional<ReadNotice> notice() {
    return stated
        ? Optional.of(new ReadNotice(ReadNotice.Kind.ENCODING, charset.name(), 1, 0))
        : Optional.empty();
  }
}
