package org.myocohort.paper;

import java.nio.ByteBuffer;

/// What the first chunks of a PNG file say.
record PngHeader(int width, int height, int dotsPerMetre) {
  static PngHeader of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    // Signature, length and type of IHDR; then 13 bytes, a checksum, length and type of pHYs.
    return new PngHeader(bytes.getInt(16), bytes.getInt(20), bytes.getInt(41));
  }
}
