package org.myocohort.app.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
  @Test
  void whatIsKeptIsNotMadeAgainAndTheLeastLatelyUsedIsForgotten() {
    AtomicInteger made = new AtomicInteger();
    Recent<String, Integer> recent = new Recent<>(2);
    assertThat(recent.get("a", made::incrementAndGet)).isEqualTo(1);
    recent.get("b", made::incrementAndGet);
    assertThat(recent.get("a", made::incrementAndGet)).isEqualTo(1);
    recent.get("c", made::incrementAndGet);
    assertThat(recent.size()).isEqualTo(2);
    assertThat(recent.get("a", made::incrementAndGet)).isEqualTo(1);
    assertThat(recent.get("b", made::incrementAndGet)).isEqualTo(4);
  }
}
