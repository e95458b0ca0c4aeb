package org.myocohort.care.trial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.TestPatient;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.registry.RecordProblem;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.registry.TrialFiles;
import org.myocohort.care.trial.registry.TrialSink;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.Criterion.Kind;

class PlainCriterionTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INCLUSION | Age \u226518 years                            | {age: now, at least: 18 years}
          INCLUSION | 18 years of age or older                     | {age: now, at least: 18 years}
          INCLUSION | Men or women aged greater than or equal to 40 years | {age: now, at least: 40 years}
          INCLUSION | 18-65 years of age                           | {age: now, at least: 18 years, at most: 65 years}
          INCLUSION | Male or female aged 18-75 years at the time of signing the informed consent form. | {age: now, at least: 18 years, at most: 75 years}
          INCLUSION | Male and female subjects between 18 and 75 years of age, inclusive | {age: now, at least: 18 years, at most: 75 years}
          INCLUSION | adult patients, >/=18 years of age;          | {age: now, at least: 18 years}
          INCLUSION | Subject is male or female, and at least 18 years of age at the Screening Visit | {age: now, at least: 18 years}
          EXCLUSION | Hemoglobin <8.5 g/dL.                        | {measurement: haemoglobin, less than: 8.5 g/dL}
          EXCLUSION | Platelets <125,000/\u00b5L.                  | {measurement: platelets, less than: 125000 /uL}
          EXCLUSION | Platelet count <100 x 109/L;                 | {measurement: platelets, less than: 100 10*9/L}
          EXCLUSION | AST or ALT > 2.5 x Upper Limit of Normal.    | {measurement: [ast, alt], more than: 2.5 x ULN}
          INCLUSION | AST and ALT \u2264 2.0 x upper limit of normal | {all: [{measurement: ast, at most: 2.0 x ULN}, {measurement: alt, at most: 2.0 x ULN}]}
          EXCLUSION | Serum creatinine more than 250 \u00b5mol/L.  | {measurement: creatinine, more than: 250 umol/L}
          INCLUSION | FVC >= 40% of predicted normal               | {measurement: fvc-percent, at least: 40 %}
          INCLUSION | C-reactive protein (CRP) >15 mg/L            | {measurement: crp, more than: 15 mg/L}
          """)
  void plainCriteriaAreRead(Kind kind, String text, String rule) {
    assertThat(PlainCriterion.read(text, kind)).contains(TestPatient.rule(rule));
  }

  @ParameterizedTest(name = "{0} is for drugs")
  @ValueSource(
      strings = {
        "Prior treatment with rituximab",
        "Previous use of infliximab, etanercept or adalimumab.",
        "Treatment with rituximab within 6 months of screening",
        "Concomitant use of tofacitinib"
      })
  void namedDrugsThatExcludeAreRead(String text) {
    assertThat(PlainCriterion.read(text, Kind.EXCLUSION)).get().isInstanceOf(Rule.Taken.class);
  }

  @ParameterizedTest(name = "unread: {0}")
  @ValueSource(
      strings = {
        "AST or ALT >2.5 x Upper Limit of Normal unless related to primary disease.",
        "Age <18 years or >75 years.",
        "Patient aged up to or equal 18 years",
        "Male and female subjects aged greater and equal to 18 and greater and equal to 75 years",
        "Between 18 and 75 years of age",
        "Prior treatment with rituximab is allowed",
        "Prior treatment with rituximab or other monoclonal antibody",
        "Patients will NOT be excluded because they have received prior rituximab",
        "No prior treatment with rituximab",
        "Treatment with corticosteroids within 4 weeks of screening",
        "Hemoglobin levels >= 10.0 (transfusions allowed if necessary).",
        "Platelets >= 100k.",
        "Platelets <75,000",
        "Creatinine clearance > 50 mL/min",
        "FVC/DLCO > 1.6",
        "hsCRP \u2265 3mg/L at Screening Visit or later",
        "CRP > 3 mg/L or ESR > 28 mm/h",
        "Diagnosis of RA < 5 years",
        "Disease duration of greater than 10 years.",
        "Circulating lymphocyte count > 5,000/\u00b5L before the Cycle 2 rituximab infusion",
        "Chronic arthritis diagnosed before the age of 16",
        "History of cancer within 5 years."
      })
  void inDoubtACriterionIsUnread(String text) {
    assertThat(PlainCriterion.read(text, Kind.INCLUSION)).isEmpty();
    if (!text.startsWith("Age <18")) {
      assertThat(PlainCriterion.read(text, Kind.EXCLUSION)).isEmpty();
    }
  }

  /// What is read of real texts: small, and every one of it by eye.
  @Test
  void ofTenRealTextsOnlyThePlainestIsRead() throws IOException {
    List<Trial> trials = new ArrayList<>();
    Path file = Path.of("src/test/resources/org/myocohort/care/trial/labelled/trials.jsonl");
    LocalDate day = LocalDate.of(2026, 11, 22);
    TrialFiles.read(
        file,
        "trials.jsonl",
        SnapshotDay.of(day, file, day),
        new TrialSink() {
          @Override
          public void trial(Trial trial) {
            trials.add(trial);
          }

          @Override
          public void refused(List<RecordProblem> problems) {
            throw new AssertionError(problems.toString());
          }
        },
        _ -> {});
    List<String> read = new ArrayList<>();
    int all = 0;
    for (Trial trial : trials) {
      for (Criterion criterion : TextReader.criteria(trial)) {
        all++;
        assertThat(trial.eligibility().text().replaceAll("\\s+", " "))
            .as(trial.id())
            .contains(criterion.text().substring(0, Math.min(20, criterion.text().length())));
        if (criterion.source() == Criterion.Source.READ) {
          read.add(criterion.text());
        }
      }
    }
    assertThat(all).isBetween(180, 260);
    Files.writeString(Path.of("target/read-criteria.txt"), String.join("\n", read));
    assertThat(read).contains("Hemoglobin <8.5 g/dL.", "Age >= 18 years");
    assertThat(read).noneMatch(text -> text.contains("unless") || text.contains("except"));
  }
}
