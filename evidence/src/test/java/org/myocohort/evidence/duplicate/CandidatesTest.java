package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

  /// Every pair of 400 records with random words: where the first look says no, the comparison of
  /// the titles says no too.
  @Test
  void theFirstLookLeavesOutNothingThatIsAlike() {
    SplittableRandom random = new SplittableRandom(5);
    Vocabulary vocabulary = new Vocabulary();
    List<Fingerprint> records = new ArrayList<>();
    for (int each = 0; each < 400; each++) {
      records.add(
          Fingerprint.of(
              Records.record(
                      "r",
                      "title=%s [%s] | pages=%d-%d"
                          .formatted(title(random), title(random), 1 + random.nextInt(90), 95))
                  .record(),
              vocabulary));
    }
    FirstLook look = new FirstLook(records, vocabulary);
    int leftOut = 0;
    int pairs = 0;
    for (int one = 0; one < records.size(); one++) {
      for (int other = one + 1; other < records.size(); other++) {
        pairs++;
        if (!look.mayBeAlike(one, other)) {
          leftOut++;
          Fingerprint mine = records.get(one);
          Fingerprint theirs = records.get(other);
          assertThat(mine.pages()).isNotEqualTo(theirs.pages());
          assertThat(TitleComparison.of(mine, theirs, vocabulary).similarity())
              .isLessThanOrEqualTo(TitleComparison.WORTH_A_LOOK);
        }
      }
    }
    assertThat(leftOut).isBetween(pairs / 3, pairs - pairs / 20);
  }

  private static String title(SplittableRandom random) {
    StringBuilder title = new StringBuilder();
    int words = 4 + random.nextInt(8);
    for (int word = 0; word < words; word++) {
      title.append(
          random.nextInt(4) == 0 ? "the " : "myo%c%c ".formatted(letter(random), letter(random)));
    }
    return title.toString().strip();
  }

  private static char letter(SplittableRandom random) {
    return (char) ('a' + random.nextInt(11));
  }
}
