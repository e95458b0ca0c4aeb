package org.myocohort.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.alert.AlertReport;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.exchange.csv.BadInputException;

class AlertTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final SourceLinks LINKS =
      new SourceLinks((row, column) -> row.column(column), Set.of());

  private static RecordOf azathioprineWithAllopurinol() throws BadInputException {
    return new RecordOf()
        .with(
            "treatments",
            "id,patient,drug,dose,unit,frequency,start",
            "T1,P1,azathioprine,150,mg,daily,2026-01-01",
            "T2,P1,allopurinol,100,mg,daily,2026-03-01");
  }

  private static AlertTable table(RecordOf patient, Texts.Language language)
      throws BadInputException {
    PatientResults results = patient.results();
    return AlertTable.of(
        AlertReport.of(results.patient(), DAY), results, LINKS, new Words(Texts.of(language)));
  }

  @Test
  void whatRaisedAnAlertIsToldWithItsDosesAndOpensItsRows() throws BadInputException {
    AlertTable.Row raised =
        table(azathioprineWithAllopurinol(), Texts.Language.en).raised().getFirst();

    assertThat(raised.title()).isEqualTo("Azathioprine with allopurinol");
    assertThat(raised.values())
        .containsExactly(
            new Cell("azathioprine 150 mg daily, 2026-01-01 – ongoing", "treatments/T1/start"),
            new Cell("allopurinol 100 mg daily, 2026-03-01 – ongoing", "treatments/T2/start"));
    assertThat(raised.sources())
        .containsExactly("Toronto myositis clinic: med-azathioprine.html, first box");
  }

  @Test
  void whatIsLackingIsToldInBothLanguages() throws BadInputException {
    List<String> english = missing(Texts.Language.en);
    List<String> italian = missing(Texts.Language.it);

    assertThat(english)
        .contains("TPMT or NUDT15 tested: not recorded", "vaccination: none recorded");
    assertThat(italian)
        .hasSameSizeAs(english)
        .contains(
            "TPMT o NUDT15 testati: non registrato", "vaccinazione: nessun evento registrato");
  }

  private static List<String> missing(Texts.Language language) throws BadInputException {
    return table(azathioprineWithAllopurinol(), language).lacking().stream()
        .flatMap(row -> row.missing().stream())
        .map(Cell::text)
        .toList();
  }

  @Test
  void nothingOfAPatientWhoDiedNeedsAttention() throws BadInputException {
    AlertTable died =
        table(
            azathioprineWithAllopurinol()
                .with("patients", "id,sex,diagnosis,death", "P1,female,2024-11-01,2026-05-01"),
            Texts.Language.en);

    assertThat(died.raised()).hasSize(1);
    assertThat(died.urgent()).isEmpty();
    assertThat(died.on()).isEqualTo("2026-05-01");
    assertThat(table(azathioprineWithAllopurinol(), Texts.Language.en).urgent()).hasSize(1);
  }

  @Test
  void aLineTellsWhatBeganItAndWhyItsDrugsEnded() throws BadInputException {
    PatientResults results =
        new RecordOf()
            .with(
                "treatments",
                "id,patient,drug,frequency,start,stop,reason_stopped",
                "T1,P1,prednisone,daily,2025-01-01,,",
                "T2,P1,azathioprine,daily,2025-02-15,2025-08-01,failed",
                "T3,P1,rituximab,once,2025-08-10,,",
                "T4,P1,tacrolimus,daily,2027-01-01,,")
            .results();
    LineTable table =
        LineTable.of(
            LinesOfTreatment.of(results.patient(), DAY),
            results,
            LINKS,
            new Words(Texts.of(Texts.Language.en)));

    assertThat(table.lines())
        .extracting(line -> line.drugs().getFirst().text() + " | " + line.carried())
        .containsExactly(
            "glucocorticoid | ",
            "azathioprine (added) | glucocorticoid",
            "rituximab (in place of azathioprine) | glucocorticoid");
    assertThat(table.drugs().get(1).times().getFirst())
        .isEqualTo(
            new LineTable.Time(
                "2025-02-15 – 2025-08-01",
                new Cell("did not work (failed)", "treatments/T2/drug"),
                true));
    assertThat(table.undated().getFirst().when()).isEqualTo("Planned:");
    assertThat(table.refractory().getFirst().result()).isEqualTo("open");
    assertThat(table.refractory().getFirst().missing())
        .extracting(Cell::text)
        .contains("why prednisone was stopped");
  }
}
