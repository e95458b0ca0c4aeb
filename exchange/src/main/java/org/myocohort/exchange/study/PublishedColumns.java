package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// The columns of a published table, which say in a cell what a registry keeps in a table of its
/// own.
///
/// A list of manifestations is closed: what it does not name counts as absent. `NR` instead of a
/// list, or in it, leaves open what is not named.
final class PublishedColumns {
  private static final String PANEL = "anti-synthetase";
  private static final Set<String> NOTHING =
      Set.of("none", "nil", "nessuno", "nessuna", "nessun", "negative", "negativo", "negativa");
  private static final Map<String, String> QUALITATIVE =
      Words.same("increased", "normal", "decreased");
  private static final Map<String, String> RESPONSES =
      Words.same("major", "moderate", "minimal", "none");

  private final CellReader cells;

  PublishedColumns(CellReader cells) {
    this.cells = cells;
  }

  void read(RowReference row, PatientFacts facts) {
    readManifestations(row, facts);
    readAntibodies(row, facts);
    readAcutePhase(row, facts);
    readTreatments(row, facts, "prior_treatments", Phase.PRIOR);
    readIndexDose(row, facts);
    readTreatments(row, facts, "concomitant_treatments", Phase.CONCOMITANT);
    facts.reportedResponse = cells.choice("reported_response", RESPONSES);
  }

  /// The entries of a list cell; a reason for absence, or a word for nothing, is an entry.
  private List<String> entries(String column) {
    List<String> entries = new ArrayList<>();
    for (String entry : cells.text(column).split(";", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  /// Whether a list says that there is nothing; said beside something else it is a contradiction.
  private boolean saysNothing(String column, List<String> entries) {
    for (String entry : entries) {
      if (NOTHING.contains(entry.toLowerCase(Locale.ROOT))) {
        if (entries.size() > 1) {
          cells.problemIn(column, entry, "nothing-beside-something");
        }
        return true;
      }
    }
    return false;
  }

  private void readManifestations(RowReference row, PatientFacts facts) {
    String column = "manifestations";
    List<String> entries = entries(column);
    if (entries.isEmpty()) {
      return;
    }
    AbsenceReason unsaid = entries.size() == 1 ? CellReader.absence(entries.getFirst()) : null;
    if (unsaid != null) {
      facts.coverage = unsaid == AbsenceReason.NOT_REPORTED ? Coverage.NOT_REPORTED : Coverage.OPEN;
      return;
    }
    facts.coverage = Coverage.CLOSED_LIST;
    if (saysNothing(column, entries)) {
      return;
    }
    Map<String, Truth> said = new HashMap<>();
    for (String entry : entries) {
      if (CellReader.absence(entry) != null) {
        facts.coverage = Coverage.OPEN;
        continue;
      }
      Statement statement = Statement.finding(entry);
      Optional<String> finding = Words.find(Vocabulary.findings(), statement.subject());
      if (finding.isEmpty()) {
        cells.unknownTerm(column, statement.subject(), Vocabulary.findings(), "finding");
        continue;
      }
      Truth before = said.putIfAbsent(finding.get(), statement.present());
      if (before != null && before != statement.present()) {
        cells.problemIn(column, entry, "contradiction", finding.get());
      } else if (before == null) {
        facts.manifestations.add(
            new Manifestation(row, column, finding.get(), statement.present(), unsaid(), unsaid()));
      }
    }
  }

  private void readAntibodies(RowReference row, PatientFacts facts) {
    String column = "antibody";
    List<String> entries = entries(column);
    if (saysNothing(column, entries)) {
      facts.antibodies.add(antibody(row, PANEL, AntibodyResult.Result.NEGATIVE, unsaid()));
      return;
    }
    Map<String, AntibodyResult.Result> said = new HashMap<>();
    for (String entry : entries) {
      if (CellReader.absence(entry) != null) {
        if (entries.size() > 1) {
          // Beside what is named something was left out: the list is not closed.
          facts.antibodies.add(antibody(row, PANEL, AntibodyResult.Result.NOT_TESTED, unsaid()));
        }
        continue;
      }
      Statement.Antibody statement = Statement.antibody(entry);
      Optional<String> code = Words.find(Vocabulary.antibodies(), statement.subject());
      if (code.isEmpty()) {
        cells.unknownTerm(column, statement.subject(), Vocabulary.antibodies(), "antibody");
        continue;
      }
      if (statement.result() == null && entries.size() == 1) {
        continue;
      }
      AntibodyResult.Result result =
          Objects.requireNonNullElse(statement.result(), AntibodyResult.Result.NOT_TESTED);
      AntibodyResult.Result before = said.putIfAbsent(code.get(), result);
      if (before != null && before != result) {
        cells.problemIn(column, entry, "contradiction", code.get());
      } else if (before == null) {
        facts.antibodies.add(
            antibody(
                row,
                code.get(),
                result,
                statement.titre().isEmpty() ? unsaid() : Value.of(statement.titre())));
      }
    }
  }

  private static AntibodyResult antibody(
      RowReference row, String code, AntibodyResult.Result result, Value<String> titre) {
    return new AntibodyResult(
        row,
        "antibody",
        code,
        Value.absent(AbsenceReason.NOT_REPORTED),
        result,
        titre,
        "",
        unsaid());
  }

  private void readAcutePhase(RowReference row, PatientFacts facts) {
    String column = "acute_phase_reactants_and_ferritin";
    if (cells.text(column).isEmpty()) {
      return;
    }
    facts.measurements.add(
        new Measurement(
            row,
            "acute-phase-reactants",
            unsaid(),
            unsaid(),
            cells.choice(column, QUALITATIVE),
            "",
            unsaid(),
            unsaid(),
            unsaid()));
  }

  private void readTreatments(RowReference row, PatientFacts facts, String column, Phase phase) {
    List<String> entries = entries(column);
    if (saysNothing(column, entries)) {
      return;
    }
    for (String entry : entries) {
      if (CellReader.absence(entry) != null) {
        continue;
      }
      Optional<String> drug = Words.find(Vocabulary.drugs(), entry);
      if (drug.isEmpty()) {
        cells.unknownTerm(column, entry, Vocabulary.drugs(), "drug");
      } else {
        facts.treatments.add(treatment(row, column, drug.get(), phase, unsaid(), null));
      }
    }
  }

  private void readIndexDose(RowReference row, PatientFacts facts) {
    String column = "anakinra_mg_per_day";
    if (!cells.text(column).isEmpty()) {
      Value<BigDecimal> dose = cells.positive(column);
      facts.treatments.add(treatment(row, column, "anakinra", Phase.INDEX, dose, Frequency.DAILY));
    }
  }

  private static Treatment treatment(
      RowReference row,
      String column,
      String drug,
      Phase phase,
      Value<BigDecimal> dose,
      @Nullable Frequency frequency) {
    return new Treatment(
        row,
        column,
        drug,
        phase,
        dose,
        frequency == null ? "" : "mg",
        unsaid(),
        frequency == null ? unsaid() : Value.of(frequency),
        unsaid(),
        unsaid(),
        unsaid(),
        unsaid());
  }

  private static <T> Value<T> unsaid() {
    return Value.absent(AbsenceReason.NOT_RECORDED);
  }
}
