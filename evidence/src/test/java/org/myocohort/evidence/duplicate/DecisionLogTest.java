package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.duplicate.DuplicateDecision.Kind;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;

class DecisionLogTest {
  private static final String SAME =
      "title=Rituximab in refractory myositis in adults | author=Oddis, C. and Reed, A. | year=2013"
          + " | journal=Arthritis and Rheumatism | volume=65 | pages=314-24";
  private static final String OTHER =
      "title=Statins and muscle pain in the old | author=Amato, A. | year=2011";

  private final ComparedRecords records =
      ComparedRecords.of(
          List.of(
              Records.record("a", SAME),
              Records.record("b", SAME),
              Records.record("c", SAME + " | doi=10.1002/art.37754"),
              Records.record("d", OTHER)));

  private static DecisionLog log(Object... kindsAndIds) {
    DecisionLog log = DecisionLog.empty();
    for (int at = 0; at < kindsAndIds.length; at += 2) {
      log =
          log.with(
              new DuplicateDecision(
                  (Kind) kindsAndIds[at],
                  List.of(kindsAndIds[at + 1].toString().split(" ", -1)),
                  "reviewer",
                  Instant.EPOCH.plusSeconds(at),
                  ""));
    }
    return log;
  }

  @Test
  void withoutADecisionTheRulesHold() {
    assertThat(records.found().clusters()).containsExactly(List.of("a", "b", "c"));
    assertThat(records.found().members()).isEqualTo(3);
    assertThat(records.found().removable()).isEqualTo(2);
  }

  @Test
  void aMergeIsUndoneByKeepingItsRecordsApart() {
    Duplicates apart = records.decided(log(Kind.KEEP_APART, "a b c"));

    assertThat(apart.clusters()).isEmpty();
    assertThat(apart.maybe()).isEmpty();
  }

  @Test
  void whoIsKeptApartFromOneMemberLeavesTheOthersTogether() {
    assertThat(records.decided(log(Kind.KEEP_APART, "c a", Kind.KEEP_APART, "c b")).clusters())
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void aPersonMergesWhatNoRuleWould() {
    Duplicates merged = records.decided(log(Kind.MERGE, "c d"));

    assertThat(merged.clusters()).containsExactly(List.of("a", "b", "c", "d"));
    assertThat(merged.merged()).extracting(ComparedPair::rule).contains(MergeRule.PERSON);
  }

  @Test
  void ofOnePairTheLastDecisionHolds() {
    assertThat(records.decided(log(Kind.MERGE, "a d", Kind.KEEP_APART, "a d")).clusters())
        .containsExactly(List.of("a", "b", "c"));
    assertThat(
            records.decided(log(Kind.KEEP_APART, "a b c", Kind.LEAVE_TO_RULES, "a b c")).clusters())
        .containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void ofDecisionsThatCannotAllHoldTheEarlierIsNamed() {
    Duplicates decided =
        records.decided(log(Kind.MERGE, "a d", Kind.MERGE, "b d", Kind.KEEP_APART, "a b"));

    assertThat(decided.contradicted())
        .singleElement()
        .satisfies(decision -> assertThat(decision.ids()).containsExactly("a", "d"));
    assertThat(decided.clusters()).noneSatisfy(ids -> assertThat(ids).contains("a", "b"));
  }

  @Test
  void decisionsOnRecordsThatAreNotThereArePassedOver() {
    assertThat(records.decided(log(Kind.MERGE, "a gone")).clusters())
        .containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void aDecisionNamesAtLeastTwoRecords() {
    assertThatThrownBy(
            () -> new DuplicateDecision(Kind.MERGE, List.of("a", "a"), "x", Instant.EPOCH, ""))
        .hasMessageContaining("at least 2 records");
  }

  @Test
  void twoRecordsOfOneNameAreRefused() {
    assertThatThrownBy(
            () -> ComparedRecords.of(List.of(Records.record("a", SAME), Records.record("a", SAME))))
        .hasMessageContaining("two records are called a");
  }

  @Test
  void aMergedRecordHasWhatAnyHadAndKeepsEverySource() {
    List<IdentifiedRecord> sources =
        List.of(
            Records.record("a", "title=Rituximab in refractory myositis | doi=10.1002/art.37754"),
            Records.record("b", SAME));

    MergedRecord merged = MergedRecord.of(sources);

    BibliographicRecord record = merged.record();
    assertThat(record.title()).isEqualTo("Rituximab in refractory myositis in adults");
    assertThat(record.identifier(IdentifierKind.DOI)).contains("10.1002/art.37754");
    assertThat(merged.sources()).isEqualTo(sources);
  }
}
