package org.myocohort.care.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageKind;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.PagePart;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;

/// The summaries of every example patient: seven of the letter, sixty of the synthetic centre.
class PersonalSummaryTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private static Study study(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("examples"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    try {
      return StudyFolder.read(folder.resolve("examples").resolve(name)).study();
    } catch (IOException | BadInputException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> everyPatient() {
    return Stream.of("anakinra-antisynthetase", "synthetic-centre")
        .map(PersonalSummaryTest::study)
        .flatMap(study ->
            study.patients().stream()
                .flatMap(patient ->
                    Stream.of(PageLanguage.values())
                        .map(language -> Arguments.of(patient.id(), patient, study, language))));
  }

  private static PersonalSummary summary(
      PatientRecord patient, Study study, PageLanguage language, LocalDate day) {
    return PersonalSummary.of(patient, new StudyPlan(study.settings(), 183), day, language);
  }

  private static PersonalSummary summary(String study, String patient, LocalDate day) {
    Study read = study(study);
    return summary(read.patient(patient).orElseThrow(), read, PageLanguage.ENGLISH, day);
  }

  private static List<String> texts(PersonalSummary summary, Topic topic) {
    return summary.sections().stream()
        .filter(section -> section.topic() == topic)
        .flatMap(section -> section.sentences().stream())
        .filter(Sentence::suggested)
        .map(Sentence::text)
        .toList();
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("everyPatient")
  void everySummaryIsEasyToReadAndWhole(
      String id, PatientRecord patient, Study study, PageLanguage language) {
    PersonalSummary summary = summary(patient, study, language, DAY);
    assertThat(summary.readability()).as(id).matches(language::isEasy);
    assertThat(summary.sections()).extracting(Section::topic).containsExactly(Topic.values());
    assertThat(summary.sections()).noneMatch(section -> section.sentences().isEmpty());
    assertThat(summary.sentences()).extracting(Sentence::key).as("keys").doesNotHaveDuplicates();
    assertThat(summary.sentences())
        .allSatisfy(sentence -> {
          assertThat(sentence.text()).matches(".*[.!?]").doesNotContain("{").doesNotContain("  ");
          assertThat(sentence.basis().citations())
              .allMatch(citation -> citation.source().read().isPresent());
        });
    assertThat(summary).isEqualTo(summary(patient, study, language, DAY));
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("everyPatient")
  void everyRowNamedStandsInTheRecord(
      String id, PatientRecord patient, Study study, PageLanguage language) {
    Set<RowReference> rows = new HashSet<>(List.of(patient.person().row()));
    patient.antibodies().forEach(each -> rows.add(each.row()));
    patient.manifestations().forEach(each -> rows.add(each.row()));
    patient.treatments().forEach(each -> rows.add(each.row()));
    patient.events().forEach(each -> rows.add(each.row()));
    patient
        .visits()
        .forEach(each -> {
          rows.add(each.row());
          each.enzymes().forEach(enzyme -> rows.add(enzyme.row()));
        });
    PersonalSummary summary = summary(patient, study, language, DAY);
    assertThat(rows)
        .as(id)
        .containsAll(
            summary.sentences().stream()
                .flatMap(sentence -> sentence.basis().rows().stream())
                .toList());
  }

  @Test
  void thePatientsOfTheLetterAreToldWhatIsNotKnown() {
    PersonalSummary first = summary("anakinra-antisynthetase", "P1", DAY);
    assertThat(texts(first, Topic.DIAGNOSIS))
        .contains(
            "Your record meets published rules for antisynthetase syndrome.",
            "We have no date for your diagnosis.",
            "Your blood test found the antibody anti-PL-12.",
            "It is one of the antisynthetase antibodies.",
            "We have no date for this test.");
    assertThat(texts(first, Topic.TREATMENTS))
        .contains(
            "We do not know which treatments you have now.",
            "Your record names anakinra, but not if you have it now.");
    assertThat(texts(first, Topic.TREND))
        .contains(
            "The report on you says that you got much better.",
            "There is not enough in your record to draw a picture.");
    assertThat(texts(first, Topic.CHECKS)).contains("We have no date of a visit in your record.");
    assertThat(first.picture()).isNull();
  }

  @Test
  void aPatientWithoutTheDiseaseOfTheLibraryIsNotToldToHaveIt() {
    PersonalSummary other = summary("synthetic-centre", "SC-001", DAY);
    assertThat(texts(other, Topic.DIAGNOSIS))
        .contains(
            "Your record does not hold the name of your disease.",
            "Your blood test found the antibody anti-MDA5.")
        .noneMatch(text -> text.contains("antisynthetase"));
    assertThat(other.ofTheLibrarysDisease()).isFalse();
    assertThat(summary("synthetic-centre", "SC-002", DAY).sentences())
        .filteredOn(sentence -> sentence.text().contains("this disease"))
        .isNotEmpty()
        .noneMatch(Sentence::suggested);
  }

  @Test
  void whatIsSaidDependsOnTheDay() {
    PersonalSummary early = summary("synthetic-centre", "SC-002", LocalDate.of(2022, 8, 1));
    PersonalSummary late = summary("synthetic-centre", "SC-002", DAY);
    assertThat(texts(early, Topic.TREATMENTS)).isNotEqualTo(texts(late, Topic.TREATMENTS));
  }

  @Test
  void whatAGuidelineSaysToDoctorsIsOfferedOnly() {
    PersonalSummary summary = summary("synthetic-centre", "SC-001", LocalDate.of(2021, 6, 1));
    List<Sentence> azathioprine =
        summary.sentences().stream()
            .filter(sentence -> sentence.key().startsWith("treatments/azathioprine-aim"))
            .toList();
    assertThat(azathioprine).hasSizeGreaterThan(3);
    assertThat(azathioprine.stream().filter(Sentence::suggested)).hasSize(3);
    assertThat(azathioprine.getLast().suggested()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void noPartOfATreatmentsPageIsEmpty(PageLanguage language) {
    assertThat(Library.in(language).pages(PageKind.TREATMENT))
        .allSatisfy(page -> {
          DrugPage parts = DrugPage.of(page);
          for (PagePart part : PagePart.values()) {
            assertThat(parts.lines(part).isEmpty())
                .as(page.name() + " " + part)
                .isEqualTo(!parts.parts().containsKey(part));
          }
        });
  }

  @Test
  void whatThePageSaysStandsUnderItsOwnMatter() {
    Page page = Library.in(PageLanguage.ENGLISH).find("mycophenolate").orElseThrow();
    DrugPage parts = DrugPage.of(page);
    assertThat(texts(parts, PagePart.AIM)).first().asString().contains("together with a steroid");
    assertThat(texts(parts, PagePart.TIME)).first().asString().contains("months to work fully");
    assertThat(texts(parts, PagePart.WATCH)).first().asString().startsWith("Blood tests are done");
    assertThat(texts(parts, PagePart.PREGNANCY)).first().asString().contains("during a pregnancy");
    assertThat(texts(parts, PagePart.CALL)).first().asString().startsWith("Call your team");
  }

  private static List<String> texts(DrugPage page, PagePart part) {
    return page.lines(part).stream().map(line -> line.statement().text()).toList();
  }

  @Test
  void bothLanguagesHaveTheSamePhrasesWithTheSamePlaceholders() {
    var english = Phrases.read(PageLanguage.ENGLISH);
    var italian = Phrases.read(PageLanguage.ITALIAN);
    assertThat(new TreeSet<>(italian.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String code : english.stringPropertyNames()) {
      assertThat(placeholders(italian.getProperty(code)))
          .as(code)
          .isEqualTo(placeholders(english.getProperty(code)));
    }
  }

  private static List<String> placeholders(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found.stream().sorted().toList();
  }
}
