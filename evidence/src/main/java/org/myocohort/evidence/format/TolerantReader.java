package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// Decodes a text in which some bytes, or all but ASCII, may not be of its encoding.
///
/// A byte that is not is read as windows-1252: an export in that encoding comes out right, and a
/// damaged byte harms nothing but itself.
final class TolerantReader extends Reader {
  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private boolean ended;
  private int strange;
  private int strangeLine;
  private int line = 1;

  TolerantReader(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(buffer, offset, length);
    while (true) {
      int before = out.position();
      CoderResult result = decoder.decode(bytes, out, ended);
      countLines(buffer, before, out.position());
      if (result.isError() && out.hasRemaining()) {
        fallBack(out);
      } else if (!result.isUnderflow() || out.position() > offset) {
        return out.position() - offset;
      } else if (ended) {
        return -1;
      } else {
        fill();
      }
    }
  }

  private void fallBack(CharBuffer out) {
    strangeLine = strange == 0 ? line : strangeLine;
    strange++;
    out.put(FALLBACK.decode(ByteBuffer.wrap(new byte[] {bytes.get()})).get());
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private void countLines(char[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      line += buffer[i] == '\n' ? 1 : 0;
    }
  }

  /// What to tell of bytes that were not of the encoding.
  Optional<ReadNotice> notice() {
    return strange == 0
        ? Optional.empty()
        : Optional.of(
            new ReadNotice(ReadNotice.Kind.FALLBACK, FALLBACK.name(), strange, strangeLine));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
