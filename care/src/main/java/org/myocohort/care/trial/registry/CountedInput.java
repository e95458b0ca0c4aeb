package org.myocohort.care.trial.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes have been read.
final class CountedInput extends FilterInputStream {
  private final LongConsumer told;
  private long count;

  CountedInput(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      told.accept(++count);
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    if (n > 0) {
      count += n;
      told.accept(count);
    }
    return n;
  }
}
