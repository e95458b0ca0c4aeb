package org.myocohort.assay.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.patient.Value;

class CytometryReaderTest {
  private static RawTable table(String text) throws BadInputException {
    return RawTable.parse(text.getBytes(StandardCharsets.UTF_8), "flow.csv");
  }

  private static CytometryTable read(String text) throws BadInputException {
    return CytometryReader.read(table(text), null);
  }

  private static Problem firstProblem(String text) {
    BadInputException failure = catchThrowableOfType(BadInputException.class, () -> read(text));
    return failure.problems().getFirst();
  }

  private static String percent(CytometryTable table, int index) {
    return BiomarkerRow.written(table.shares().get(index).percent());
  }

  @Test
  void aShareComesFromTheCountsOfPopulationAndParent() throws BadInputException {
    CytometryTable table =
        read(
            """
            ,L | Count,L/CD4 | Count,L/CD4/CD45RO | Count,L/CD4/CD45RO | Freq. of Parent (%),L/CD4 | Mean (PE-A)
            a.fcs,20000,8000,3001,37.5,812
            Mean,20000,8000,3001,37.5,812
            """);
    assertThat(table.shares()).hasSize(2);
    assertThat(percent(table, 0)).isEqualTo("40");
    assertThat(percent(table, 1)).isEqualTo("37.51");
    PopulationShare memory = table.shares().get(1);
    assertThat(memory.population()).isEqualTo("L/CD4/CD45RO");
    assertThat(memory.parent()).isEqualTo("L/CD4");
    assertThat(memory.marker()).isEqualTo("CD4/CD45RO");
    assertThat(memory.fromCounts()).isTrue();
    assertThat(table.leftOut()).containsExactly("L/CD4 | Mean (PE-A)", "Mean");
  }

  @Test
  void aPercentOfTotalOfAGrandparentAndOfANamedAncestorHaveTheirParents() throws BadInputException {
    CytometryTable table =
        read(
            """
            Sample\tA/B/C | Freq. of Total\tA/B/C | Freq. of Grandparent\tA/B/C | Freq. of B\tA | Freq. of Parent
            s\t1,5 %\t3\t12,5\t60
            """);
    assertThat(table.shares())
        .extracting(PopulationShare::parent)
        .containsExactly("all events", "A", "A/B", "all events");
    assertThat(percent(table, 0)).isEqualTo("1.5");
  }

  @Test
  void theLongFormSaysTheSame() throws BadInputException {
    CytometryTable table =
        read(
            """
            sample,population,statistic,value,patient,date
            s,L/CD4,Count,8000,P1,2024-03-01
            s,L/CD4/T,Count,40,P1,2024-03-01
            s,L/CD4,Freq. of Parent,41.2,P1,2024-03-01
            """);
    assertThat(table.shares()).hasSize(2);
    assertThat(percent(table, 0)).isEqualTo("41.2");
    assertThat(percent(table, 1)).isEqualTo("0.5");
    assertThat(table.shares().getFirst().facts().patient()).isEqualTo("P1");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CD4 %Parent@s,40                                            | 1 | cytometry-parent
          A/B ¦ Freq. of X@s,40                                       | 1 | cytometry-parent
          A/B ¦ Count@s,40                                            | 2 | cytometry-parent-count
          A ¦ Count,A/B ¦ Count@s,40,41                               | 2 | cytometry-more-than-parent
          A ¦ Count,A/B ¦ Count,A/B ¦ Freq. of Parent@s,400,40,11.0   | 2 | cytometry-contradiction
          A/B ¦ Freq. of Parent@s,140                                 | 2 | cytometry-percent
          A ¦ Count,A/B ¦ Count@s,40.5,4                              | 2 | cytometry-count
          A/B ¦ Freq. of Parent@s,x                                   | 2 | cytometry-percent
          A/B ¦ Freq. of Parent@s,1@s,2                               | 3 | assay-name-twice
          OneColumn@s,1                                               | 1 | cytometry-form
          """)
  void whatCannotBeTrustedIsRefused(String columns, int line, String code) {
    Problem problem = firstProblem("sample," + columns.replace('@', '\n').replace('¦', '|'));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.line()).isEqualTo(line);
  }

  @Test
  void aParentWithoutEventsHasNoShares() throws BadInputException {
    CytometryTable table = read("sample,A | Count,A/B | Count\ns,0,0\n");
    assertThat(percent(table, 0)).isEqualTo("ND");
  }

  @Test
  void theBackgroundIsTakenOffOnlyWhereAskedAndMayLeaveLessThanNothing() throws BadInputException {
    SampleTable samples =
        SampleTable.read(
            table(
                "name,sample,patient,date,condition\nu,S1,P1,2024-01-02,unstimulated\nc,S1,P1,2024-01-02,anti-CD3\n"));
    CytometryTable table =
        CytometryReader.read(
            table(
                "x,A/IFNg+ | Freq. of Parent,A/IL17+ | Freq. of Parent\nu.fcs,0.30,0.10\nc.fcs,0.25,0.40\n"),
            samples);
    CytometryTable subtracted = Background.subtracted(table, Set.of("IFNg+"), "flow.csv");
    assertThat(subtracted.shares()).hasSize(3);
    PopulationShare difference =
        subtracted.shares().stream()
            .filter(share -> share.path().getLast().equals("IFNg+"))
            .findFirst()
            .orElseThrow();
    assertThat(difference.percent()).isEqualTo(Value.of(new BigDecimal("-0.05")));
    assertThat(CytometryRows.biomarkers(subtracted, "b").stream().map(BiomarkerRow::assay))
        .contains(
            "flow cytometry, anti-CD3 minus unstimulated",
            "flow cytometry, anti-CD3",
            "flow cytometry, unstimulated");
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () -> Background.subtracted(table, Set.of("TNF+"), "flow.csv"));
    assertThat(failure.problems().getFirst().code()).isEqualTo("cytometry-no-population");
  }

  @Test
  void aNameThatTheSamplesDoNotHaveIsRefused() throws BadInputException {
    SampleTable samples = SampleTable.read(table("name,patient,date\nz,P1,2024-01-02\n"));
    BadInputException failure =
        catchThrowableOfType(
            BadInputException.class,
            () -> CytometryReader.read(table("x,A | Freq. of Parent\ns,1\n"), samples));
    assertThat(failure.problems().getFirst().code()).isEqualTo("assay-sample-unknown");
  }
}
