package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  /// All share author, year, and the beginning and end of the title: the worst of blocks.
  private static int pairs(int records) {
    Vocabulary vocabulary = new Vocabulary();
    List<Fingerprint> fingerprints = new ArrayList<>();
    for (int each = 0; each < records; each++) {
      String title =
          "title=Proceedings of the annual myositis meeting, paper %d of the annual volume"
              .formatted(each);
      fingerprints.add(
          Fingerprint.of(
              Records.record("r", title + " | author=Wang, L. | year=2019").record(), vocabulary));
    }
    return Candidates.of(fingerprints, vocabulary).length;
  }

  @Test
  void aBlockOfEqualKeysGrowsWithItsRecordsNotWithTheirSquare() {
    int few = pairs(250);
    int many = pairs(2_000);

    assertThat(many).isLessThan(10 * few);
    assertThat(many).isLessThan(2_000 * 40);
  }

  @Test
  void recordsThatShareOnlyPagesAreCompared() {
    Vocabulary vocabulary = new Vocabulary();
    List<Fingerprint> records =
        List.of(
            Fingerprint.of(
                Records.record("a", "title=Aktuelles zum Muskel | volume=7 | pages=12-19").record(),
                vocabulary),
            Fingerprint.of(
                Records.record("b", "title=Muscle news | volume=7 | pages=12-9").record(),
                vocabulary));

    assertThat(Candidates.of(records, vocabulary)).hasSize(1);
  }
}
