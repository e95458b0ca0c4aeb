package org.myocohort.paper.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a PNG file row by row: colours of 8 bits without transparency, and its resolution.
///
/// Source: Portable Network Graphics specification, third edition (W3C 2025): chunks IHDR, pHYs,
/// IDAT, IEND; filter type 2 (up).
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte UP = 2;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  // Rows of a figure repeat each other: a low level finds that as well as a high one.
  private final Deflater deflater = new Deflater(4);
  private final byte[] buffer = new byte[1 << 16];
  private final int width;
  private final int[] above;

  Png(int width, int height, int dotsPerMetre) {
    this.width = width;
    above = new int[width];
    file.writeBytes(SIGNATURE);
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
    chunk(
        "pHYs",
        ByteBuffer.allocate(9).putInt(dotsPerMetre).putInt(dotsPerMetre).put((byte) 1).array());
  }

  /// Adds rows of points, 0xRRGGBB each.
  void rows(int[] points) {
    int rows = points.length / width;
    byte[] bytes = new byte[rows * (1 + 3 * width)];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      bytes[at++] = UP;
      int start = row * width;
      // Most rows of a figure are that above them, or begin so: their differences are 0 already.
      int same = Arrays.mismatch(points, start, start + width, above, 0, width);
      if (same < 0) {
        at += 3 * width;
        continue;
      }
      at += 3 * same;
      for (int column = same; column < width; column++) {
        int point = points[start + column];
        int over = above[column];
        bytes[at++] = (byte) ((point >> 16) - (over >> 16));
        bytes[at++] = (byte) ((point >> 8) - (over >> 8));
        bytes[at++] = (byte) (point - over);
        above[column] = point;
      }
    }
    deflater.setInput(bytes);
    while (!deflater.needsInput()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
  }

  byte[] bytes() {
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    chunk("IDAT", packed.toByteArray());
    chunk("IEND", new byte[0]);
    return file.toByteArray();
  }

  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
