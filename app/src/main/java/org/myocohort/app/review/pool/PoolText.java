package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.pool.PoolSections.Definition;
import org.myocohort.app.review.pool.PoolSections.Finding;
import org.myocohort.app.review.pool.PoolSections.Judged;
import org.myocohort.app.review.pool.PoolSections.NotCounted;
import org.myocohort.app.review.pool.PoolSections.Part;
import org.myocohort.app.review.pool.PoolSections.Patients;
import org.myocohort.app.review.pool.PoolSections.Refusal;
import org.myocohort.app.review.pool.PoolSections.Stage;
import org.myocohort.app.review.pool.PoolSections.Table;

/// The answer as lines of text.
final class PoolText {
  private final Texts texts;
  private final StringBuilder text = new StringBuilder();

  private PoolText(Texts texts) {
    this.texts = texts;
  }

  static String of(PoolReport report, Texts texts) {
    PoolText text = new PoolText(texts);
    text.write(PoolSections.of(report, texts));
    return text.text.toString();
  }

  private void line(String indent, String sentence) {
    text.append(indent).append(sentence).append('\n');
  }

  private void lines(String indent, List<String> sentences) {
    sentences.forEach(sentence -> line(indent, sentence));
  }

  private void table(String indent, Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.head());
    rows.addAll(table.rows());
    text.append(TextTable.of(indent, rows));
  }

  private void gap() {
    text.append('\n');
  }

  private void write(PoolSections sections) {
    line("", sections.outcome());
    lines("", sections.notes());
    sections.definitions().forEach(this::definition);
    if (!sections.notCounted().isEmpty()) {
      gap();
      line("", texts.text("pool.not-counted", sections.notCounted().size()));
      sections.notCounted().forEach(this::notCounted);
    }
    if (!sections.sharing().isEmpty()) {
      gap();
      line("", texts.text("pool.sharing"));
      lines("  ", sections.sharing());
    }
    gap();
    line("", texts.text("pool.findings"));
    sections.findings().forEach(this::finding);
    line("", texts.text("pool.grade.source"));
  }

  private void definition(Definition definition) {
    gap();
    line("", definition.heading());
    Table ledger = definition.ledger();
    if (ledger == null) {
      line("  ", texts.text("pool.no-row"));
      return;
    }
    line("  ", texts.text("pool.ledger"));
    table("    ", ledger);
    definition.stages().forEach(this::stage);
    for (Patients patients : definition.patients()) {
      gap();
      line("  ", patients.heading());
      lines("    ", patients.notes());
      table("      ", patients.models());
      lines("    ", patients.after());
    }
    if (!definition.noPatients().isEmpty()) {
      gap();
      line("  ", definition.noPatients());
    }
  }

  private void stage(Stage stage) {
    gap();
    line("  ", stage.heading());
    lines("    ", stage.notes());
    for (Part part : stage.parts()) {
      if (!part.heading().isEmpty()) {
        gap();
        line("    ", part.heading());
      }
      part(part);
    }
    for (List<String> comparison : stage.comparisons()) {
      gap();
      lines("    ", comparison);
    }
    lines("    ", stage.without());
  }

  private void part(Part part) {
    Refusal refusal = part.refusal();
    PoolSections.Numbers numbers = part.numbers();
    if (refusal != null) {
      line("    ", refusal.sentence());
      lines("      ", refusal.pairs());
      line("    ", refusal.offered());
    } else if (numbers == null) {
      line("    ", texts.text("pool.nothing-counted"));
    } else {
      if (!numbers.leftOut().isEmpty()) {
        line("    ", numbers.leftOut());
      }
      line("    ", numbers.counts());
      table("      ", numbers.methods());
      lines("    ", numbers.remarks());
      sensitivity("pool.without", numbers.without());
      sensitivity("pool.cumulative", numbers.cumulative());
      line("    ", texts.text("pool.rows", PoolWords.places(part.rows())));
    }
  }

  private void sensitivity(String code, @Nullable Table table) {
    if (table != null) {
      line("    ", texts.text(code));
      table("      ", table);
    }
  }

  private void notCounted(NotCounted not) {
    String citation = not.row().row().citation();
    line(
        "  ",
        PoolWords.places(List.of(not.row()))
            + (citation.isEmpty() ? "" : " " + citation)
            + ": "
            + not.why());
  }

  private void finding(Finding finding) {
    line("  ", finding.heading());
    for (Judged judged : finding.domains()) {
      line("    ", judged.name() + ": " + judged.judgement());
      if (!judged.facts().isEmpty()) {
        line("      ", texts.text("pool.facts", judged.facts()));
      }
    }
  }
}
