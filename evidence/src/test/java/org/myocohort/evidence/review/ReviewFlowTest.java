package org.myocohort.evidence.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.evidence.flow.SourceKind.CITATION_SEARCHING;
import static org.myocohort.evidence.flow.SourceKind.DATABASE;
import static org.myocohort.evidence.screening.ScreeningStage.FULL_TEXT;
import static org.myocohort.evidence.screening.ScreeningStage.TITLE_ABSTRACT;
import static org.myocohort.evidence.screening.ScreeningVerdict.EXCLUDE;
import static org.myocohort.evidence.screening.ScreeningVerdict.INCLUDE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.flow.FlowArithmetic;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowPart;
import org.myocohort.evidence.flow.FlowParts;
import org.myocohort.evidence.flow.IdentityCheck;
import org.myocohort.evidence.flow.Verdict;
import org.myocohort.evidence.review.ReviewFlow.Step;
import org.myocohort.evidence.review.ReviewFlow.ToDo;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;

final class ReviewFlowTest {
  @TempDir private Path place;
  private ReviewExample example;

  /// Embase has works 1 to 6, PubMed 5 to 8, a reference list 8 and 9: eight works of databases,
  /// two of them twice, and one that only the reference list has.
  @BeforeEach
  void begin() throws Exception {
    example = new ReviewExample(place);
    example.add(example.ris("embase.ris", 1, 2, 3, 4, 5, 6), DATABASE, "Embase");
    example.add(example.ris("pubmed.ris", 5, 6, 7, 8), DATABASE, "PubMed");
    example.add(example.ris("references.ris", 8, 9), CITATION_SEARCHING, "References");
    example.compare();
  }

  private static void holds(FlowCounts counts) {
    assertThat(FlowArithmetic.of(counts))
        .isNotEmpty()
        .extracting(IdentityCheck::verdict)
        .containsOnly(Verdict.HOLDS);
  }

  private static List<String> lines(FlowCounts counts) {
    List<String> lines = new ArrayList<>();
    for (FlowPart part : FlowParts.of(counts)) {
      Long number = Objects.requireNonNull(part.count()).number();
      String name = part.name().isEmpty() ? "" : part.name() + " ";
      lines.add(part.box().code() + " " + part.part() + " " + name + number);
    }
    return lines;
  }

  @Test
  void countsWhatIsStillToDo() throws Exception {
    assertThat(example.open()).hasSize(9).contains(new ToDo("3-2", Step.RETRIEVE));
    assertThat(example.open().stream().filter(todo -> todo.what() == Step.SCREEN)).hasSize(8);
    example.decide("anna", TITLE_ABSTRACT, INCLUDE, "", "1-1");
    example.decide("ben", TITLE_ABSTRACT, EXCLUDE, "drug", "1-1");
    assertThat(example.open()).contains(new ToDo("1-1", Step.RESOLVE));
  }

  @Test
  void countsAFinishedReview() throws Exception {
    finish();
    ReviewFlow flow = example.flow();
    assertThat(flow.open()).isEmpty();
    FlowCounts counts = flow.counts();
    holds(counts);
    assertThat(lines(counts))
        .containsExactly(
            "identified records 10",
            "identified database 10",
            "identified database Embase 6",
            "identified database PubMed 4",
            "removed records 2",
            "removed duplicates 2",
            "screened records 8",
            "excluded records 3",
            "excluded reason No disease B 1",
            "excluded reason Other drug 1",
            "excluded reason No reason given 1",
            "sought reports 5",
            "not-retrieved reports 1",
            "assessed reports 4",
            "reports-excluded reports 1",
            "reports-excluded reason No disease B 1",
            "other-identified records 1",
            "other-identified citation-searching 1",
            "other-identified citation-searching References 1",
            "other-sought reports 1",
            "other-not-retrieved reports 0",
            "other-assessed reports 1",
            "other-reports-excluded reports 0",
            "included studies 3",
            "included reports 4");
    assertThat(flow.works().get(FlowBox.NOT_RETRIEVED)).containsExactly("1-5");
    assertThat(flow.works().get(FlowBox.INCLUDED)).containsExactly("1-6", "2-3", "2-4", "3-2");
  }

  /// Next year Embase gives all old records and two new ones, one of them about a known study.
  @Test
  void anUpdateShowsOnlyWhatIsNewAndFillsThePreviousArm() throws Exception {
    finish();
    example.folder.add(new ReviewEvent.Updated("anna", example.now(), 2));
    String old = Files.readString(place.resolve("embase.ris"));
    Path next =
        Files.writeString(
            place.resolve("next.ris"), old + Files.readString(example.ris("new.ris", 7, 11, 12)));
    ImportEntry entry = example.add(next, DATABASE, "Embase").entry();
    assertThat(entry.before()).isEqualTo(6);
    assertThat(entry.added()).isEqualTo(3);
    example.compare();
    assertThat(example.open())
        .containsExactly(new ToDo("4-8", Step.SCREEN), new ToDo("4-9", Step.SCREEN));
    example.both(TITLE_ABSTRACT, INCLUDE, "", "4-8", "4-9");
    example.both(FULL_TEXT, INCLUDE, "", "4-8", "4-9");
    example.folder.add(
        new ReviewEvent.StudyNamed("anna", example.now(), List.of("4-8", "1-6"), "Trial X", ""));
    ReviewFlow flow = example.flow();
    FlowCounts counts = flow.counts();
    assertThat(flow.open()).isEmpty();
    holds(counts);
    assertThat(lines(counts))
        .contains(
            "previous studies 3",
            "previous reports 4",
            "identified records 9",
            "removed records 7",
            "removed duplicates 0",
            "removed reason In the previous version 7",
            "screened records 2",
            "included studies 1",
            "included reports 1",
            "included reports-of-previous 1",
            "total studies 4",
            "total reports 6");
  }

  @Test
  void whatAStopLeavesUnseenIsMarkedByTheTool() throws Exception {
    example.both(TITLE_ABSTRACT, EXCLUDE, "drug", "1-1", "1-2", "1-3", "1-4", "1-5", "1-6");
    Review review = example.folder.read();
    example.folder.add(
        new ReviewEvent.Looked(
            "anna",
            example.now(),
            Objects.requireNonNull(review.settings().stopping())
                .at(1, new RandomSample(0, 8, 6, 0)),
            true));
    assertThat(example.open()).containsExactly(new ToDo("3-2", Step.RETRIEVE));
    example.sought(false, "3-2");
    FlowCounts counts = example.flow().counts();
    holds(counts);
    assertThat(lines(counts)).contains("removed automation 2", "screened records 6");
    assertThat(example.open()).isEmpty();
  }

  private void finish() throws Exception {
    example.both(TITLE_ABSTRACT, EXCLUDE, "drug", "1-1");
    example.decide("anna", TITLE_ABSTRACT, EXCLUDE, "drug", "1-2");
    example.decide("ben", TITLE_ABSTRACT, EXCLUDE, "population", "1-2");
    example.both(TITLE_ABSTRACT, EXCLUDE, "", "1-3");
    example.both(TITLE_ABSTRACT, INCLUDE, "", "1-4", "1-5", "1-6", "2-3", "2-4");
    example.sought(false, "1-5");
    example.sought(true, "1-4", "1-6", "2-3", "2-4", "3-2");
    example.both(FULL_TEXT, EXCLUDE, "population", "1-4");
    example.both(FULL_TEXT, INCLUDE, "", "1-6", "2-3", "2-4", "3-2");
    example.folder.add(
        new ReviewEvent.StudyNamed("anna", example.now(), List.of("1-6", "2-3"), "Trial X", ""));
  }
}
