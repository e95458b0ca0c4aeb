package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /// Every pair of 500 records whose fields agree by chance: where the first look says no, the
  /// comparison finds neither copies nor a pair to ask a person about.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theFirstLookLeavesOutNothingThatIsKept(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Vocabulary vocabulary = new Vocabulary();
    List<Fingerprint> records = new ArrayList<>();
    for (int each = 0; each < 500; each++) {
      records.add(Fingerprint.of(Records.record("r", fields(random)).record(), vocabulary));
    }
    FirstLook look = new FirstLook(records, vocabulary);
    int kept = 0;
    int leftOut = 0;
    int pairs = 0;
    for (int one = 0; one < records.size(); one++) {
      for (int other = one + 1; other < records.size(); other++) {
        pairs++;
        boolean found = ComparedRecords.compare(one, other, records, vocabulary) != null;
        kept += found ? 1 : 0;
        if (!look.mayBeAlike(one, other)) {
          leftOut++;
          assertThat(found).as("%s and %s", records.get(one), records.get(other)).isFalse();
        }
      }
    }
    assertThat(leftOut).isGreaterThan(pairs / 5);
    assertThat(kept).isGreaterThan(pairs / 50);
  }

  private static String fields(SplittableRandom random) {
    return String.join(
        " | ",
        "title=" + title(random),
        "author=" + one(random, "Wang, L.", "Wang, L. and Li, X."),
        "journal=" + one(random, "Muscle Nerve", "Lancet", "Muscle"),
        "year=" + one(random, "2019", "2020"),
        "volume=" + one(random, "", "7", "8", "Suppl"),
        "number=" + one(random, "", "7", "8"),
        "pages=" + one(random, "", "7", "12-19", "12-17", "1-9"),
        "doi=" + one(random, "", "", "10.1000/a", "10.1000/b"));
  }

  private static String one(SplittableRandom random, String... of) {
    return of[random.nextInt(of.length)];
  }

  /// Some of few words that longer ones hold, some of words that weigh little.
  private static String title(SplittableRandom random) {
    StringBuilder title = new StringBuilder();
    if (random.nextInt(3) == 0) {
      title.append("anakinra in refractory antisynthetase syndrome ");
    }
    int words = random.nextInt(random.nextInt(4) == 0 ? 32 : 8);
    for (int word = 0; word < words; word++) {
      title.append(
          random.nextInt(4) == 0
              ? one(random, "the ", "of ", "and ")
              : "myo%c%c ".formatted(letter(random), letter(random)));
    }
    return title.isEmpty() ? "of the" : title.toString().strip();
  }

  private static char letter(SplittableRandom random) {
    return (char) ('a' + random.nextInt(11));
  }
}
