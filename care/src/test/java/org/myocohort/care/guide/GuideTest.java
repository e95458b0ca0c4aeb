package org.myocohort.care.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.instrument.Verification;

class GuideTest {
  private static final Guide GUIDE = Guide.shipped();

  @Test
  void everyTreatmentOfTheGuideIsThere() {
    assertThat(GUIDE.treatments())
        .extracting(Treatment::name)
        .containsExactly(
            "glucocorticoids-oral",
            "glucocorticoid-pulse",
            "azathioprine",
            "mycophenolate",
            "tacrolimus",
            "cyclosporine",
            "methotrexate",
            "cyclophosphamide",
            "rituximab",
            "immunoglobulin",
            "plasma-exchange",
            "tnf-inhibitors",
            "anakinra",
            "jak-inhibitors",
            "anti-fibrotics",
            "physiotherapy",
            "occupational-therapy",
            "pulmonary-rehabilitation",
            "oxygen",
            "lung-transplant");
  }

  @Test
  void everyFileOfTheFolderIsListed() throws URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(Guide.class.getResource("treatments.txt")).toURI())
            .resolveSibling("treatments");
    String[] files = Objects.requireNonNull(new File(folder.toString()).list());
    Set<String> listed = new TreeSet<>();
    GUIDE.treatments().forEach(each -> listed.add(each.name() + ".yaml"));
    assertThat(new TreeSet<>(List.of(files))).isEqualTo(listed);
  }

  static Stream<Treatment> treatments() {
    return GUIDE.treatments().stream();
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void aTreatmentSaysWhatItIsForWhatItActsOnAndWhatWasFound(Treatment treatment) {
    for (Kind kind : List.of(Kind.AIM, Kind.TARGET, Kind.EVIDENCE)) {
      assertThat(treatment.statements(kind)).as(treatment.name() + " " + kind).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void noSentenceIsLeftInTheOtherLanguage(Treatment treatment) {
    for (Statement each : treatment.statements()) {
      if (each.english().length() > 30) {
        assertThat(each.italian()).as(each.id()).isNotEqualTo(each.english());
      }
    }
  }

  @Test
  void whatNobodyReadIsNeverVerified() {
    assertThat(GUIDE.treatments())
        .flatMap(Treatment::statements)
        .filteredOn(each -> each.mark() == Verification.VERIFIED)
        .hasSizeGreaterThan(200)
        .allMatch(each -> each.source().read().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anakinra.guide-trials",
        "anakinra.guide-several",
        "anakinra.more-than-half",
      })
  void whatASourceSaysAndAnotherDisprovesIsKeptAndNeverUsed(String id) {
    Statement statement = GUIDE.statement(id).orElseThrow();
    assertThat(statement.mark()).isEqualTo(Verification.VERIFIED);
    assertThat(statement.contradicted()).isTrue();
    assertThat(statement.holds()).isFalse();
  }

  @Test
  void bothOfTwoSourcesThatDifferStand() {
    Statement guide = GUIDE.statement("azathioprine.time-guide").orElseThrow();
    Statement clinic = GUIDE.statement("azathioprine.time-clinic").orElseThrow();
    assertThat(guide.differsFrom()).containsExactly(clinic.id());
    assertThat(clinic.differsFrom()).containsExactly(guide.id());
    assertThat(guide.holds() && clinic.holds()).isTrue();
    assertThat(guide.source().key()).isNotEqualTo(clinic.source().key());
  }

  @Test
  void aDrugLeadsToEveryTreatmentThatItIsPartOf() {
    assertThat(GUIDE.ofDrug("methylprednisolone"))
        .extracting(Treatment::name)
        .containsExactly("glucocorticoids-oral", "glucocorticoid-pulse");
    assertThat(GUIDE.ofDrug("upadacitinib"))
        .extracting(Treatment::name)
        .containsExactly("jak-inhibitors");
    assertThat(GUIDE.ofDrug("aspirin")).isEmpty();
  }

  @Test
  void aPairOfDrugsLeadsToItsCaution() {
    assertThat(GUIDE.find("azathioprine").orElseThrow().cautionsWith("allopurinol"))
        .extracting(Statement::id)
        .containsExactly("azathioprine.allopurinol");
    assertThat(GUIDE.find("anakinra").orElseThrow().cautionsWith("etanercept")).hasSize(1);
    assertThat(GUIDE.find("tnf-inhibitors").orElseThrow().cautionsWith("anakinra")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void whatDoesNotHoldComesLast(Treatment treatment) {
    for (Kind kind : Kind.values()) {
      List<Boolean> holds = treatment.statements(kind).stream().map(Statement::holds).toList();
      assertThat(holds).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void theWordingOfALanguageChangesWithItsTextOnly() throws IOException {
    Treatment treatment = GUIDE.find("oxygen").orElseThrow();
    assertThat(treatment.wording("en"))
        .contains("more oxygen at rest")
        .doesNotContain("ossigeno")
        .isEqualTo(treatment.wording("en"))
        .isNotEqualTo(treatment.wording("it"));
  }
}
