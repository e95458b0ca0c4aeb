package org.myocohort.care.trial.match;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.trial.match.TrialMatch.CriterionAnswer;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.RuleFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;

/// The shipped rules against pairs of a patient and a criterion that somebody else labelled from
/// the texts, before the rules were written.
class LabelledPairsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/myocohort/care/trial/labelled");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private record Pair(
      String trial, String criterion, String patient, String label, String answer, boolean fails) {
    boolean agrees() {
      return label.equals(answer);
    }

    /// Whether the label speaks for taking part, or leaves it open, and the answer excludes.
    boolean wronglyExcludes(Criterion.Kind kind) {
      String excluding = kind == Criterion.Kind.INCLUSION ? "not met" : "met";
      return fails && !label.equals(excluding);
    }
  }

  private static final List<Pair> PAIRS = new ArrayList<>();
  private static final Map<String, Criterion.Kind> KINDS = new HashMap<>();

  @BeforeAll
  static void answerEveryPair() throws IOException, BadInputException {
    Map<String, PatientView> patients =
        StudyFolder.read(FOLDER.resolve("patients")).study().patients().stream()
            .collect(Collectors.toMap(PatientRecord::id, each -> new PatientView(each, DAY)));
    Map<String, MatchableTrial> trials = new HashMap<>();
    RuleFolder.shipped().forEach((id, rules) -> trials.put(id, MatchableTrial.of(rules, null)));
    Map<String, CriterionAnswer> answers = new HashMap<>();
    CsvFile labels = CsvFile.read(FOLDER.resolve("labels.csv"), "labels.csv");
    CsvFile.Row row = labels.cursor();
    for (int i = 0; i < labels.rowCount(); i++) {
      row.moveTo(i);
      String trial = row.text(labels.column("trial"));
      String criterion = row.text(labels.column("criterion"));
      String patient = row.text(labels.column("patient"));
      String key = trial + " " + criterion + " " + patient;
      if (!answers.containsKey(key)) {
        for (CriterionAnswer each :
            TrialMatch.of(requireNonNull(patients.get(patient)), requireNonNull(trials.get(trial)))
                .answers()) {
          answers.put(trial + " " + each.criterion().id() + " " + patient, each);
          KINDS.put(trial + " " + each.criterion().id(), each.criterion().kind());
        }
      }
      CriterionAnswer answer = requireNonNull(answers.get(key), key);
      PAIRS.add(
          new Pair(
              trial,
              criterion,
              patient,
              row.text(labels.column("label")),
              answer.code(),
              answer.fails()));
    }
    Files.writeString(Path.of("target/labelled-pairs.txt"), report(), StandardCharsets.UTF_8);
  }

  private static String report() {
    StringBuilder text = new StringBuilder();
    Map<String, Long> table =
        PAIRS.stream()
            .collect(
                Collectors.groupingBy(
                    pair -> pair.label() + " -> " + pair.answer(),
                    TreeMap::new,
                    Collectors.counting()));
    table.forEach((cell, count) -> text.append(cell).append(": ").append(count).append('\n'));
    text.append("agree: ").append(PAIRS.stream().filter(Pair::agrees).count());
    text.append(" of ").append(PAIRS.size()).append('\n');
    PAIRS.stream().filter(pair -> !pair.agrees()).forEach(pair -> text.append(pair).append('\n'));
    return text.toString();
  }

  private static double share(Function<Pair, Boolean> counted) {
    List<Pair> pairs = PAIRS.stream().filter(counted::apply).toList();
    return (double) pairs.stream().filter(Pair::agrees).count() / pairs.size();
  }

  @Test
  void atLeast95PercentOfTheAnswersAreTheLabels() {
    assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(300);
    assertThat(share(_ -> true)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void ofThePairsThatAreAnsweredEitherWayAtLeast95PercentAreTheLabels() {
    assertThat(share(pair -> pair.answer().equals("met") || pair.answer().equals("not met")))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void noAnswerExcludesSomebodyWhomTheLabelDoesNot() {
    assertThat(PAIRS)
        .filteredOn(pair ->
            pair.wronglyExcludes(requireNonNull(KINDS.get(pair.trial() + " " + pair.criterion()))))
        .isEmpty();
  }

  @Test
  void everyCriterionOfTheSetHasARule() {
    assertThat(PAIRS).allMatch(pair -> !pair.answer().isEmpty());
  }
}
