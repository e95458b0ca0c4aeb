package org.myocohort.care.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcesTest {
  private final Sources sources = Sources.shipped();

  @Test
  void everySourceSaysWhatItIs() {
    assertThat(sources.all())
        .hasSizeGreaterThan(10)
        .allSatisfy(source -> assertThat(source.citation()).isNotBlank());
  }

  @Test
  void whatWasReadIsToldFromWhatWasNot() {
    assertThat(sources.find("guide").orElseThrow().read()).isPresent();
    assertThat(sources.find("memory").orElseThrow().read()).isEmpty();
    assertThat(sources.find("no-such-source")).isEmpty();
  }
}
