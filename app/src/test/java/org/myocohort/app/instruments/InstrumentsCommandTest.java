package org.myocohort.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.myocohort.app.CommandRun;
import org.myocohort.catalogue.Instruments;
import org.myocohort.classification.CriteriaSets;

class InstrumentsCommandTest {
  @Test
  void everyInstrumentIsListedWithItsMarks() {
    CommandRun run = CommandRun.of("instruments", "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(1 + Instruments.ALL.size() + CriteriaSets.ALL.size());
    assertThat(run.lines().getFirst())
        .isEqualTo("instrument,version,title,verified,weak,from_memory,ours,not_found,citation");
  }

  @Test
  void oneInstrumentShowsWhatIsVerifiedAndWhatIsNot() {
    CommandRun run = CommandRun.of("instruments", "total-improvement-score", "--format", "csv");
    assertThat(run.lines())
        .anyMatch(line -> line.contains(",points by band,verified,"))
        .anyMatch(line -> line.contains("aldolase") && line.contains(",from_memory,"));
    assertThat(CommandRun.of("instruments", "acr-eular-as").out()).contains("Not found");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    CommandRun run = CommandRun.of("instruments", "das28");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no instrument das28", "hscore");
  }
}
