package org.myocohort.care.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.myocohort.care.record.DrugSet;
import org.myocohort.care.source.SourcedText;

/// What is known of one treatment.
///
/// @param name its name, for good, such as `azathioprine`
/// @param drugs those of the vocabulary that stand for it in a record; none where it is no drug
/// @param statements in the order of the file
public record Treatment(
    String name,
    TreatmentClass group,
    String english,
    String italian,
    DrugSet drugs,
    List<Statement> statements)
    implements SourcedText {

  public Treatment {
    statements = List.copyOf(statements);
  }

  @Override
  public String code() {
    return "treatment/" + name;
  }

  @Override
  public String title(String language) {
    return language.equals("it") ? italian : english;
  }

  /// Statements of a kind, those that hold first.
  public List<Statement> statements(Kind kind) {
    List<Statement> found = new ArrayList<>();
    statements.stream().filter(each -> each.kind() == kind && each.holds()).forEach(found::add);
    statements.stream().filter(each -> each.kind() == kind && !each.holds()).forEach(found::add);
    return found;
  }

  /// The evidence of the highest design among studies, of statements that hold; of two, the one
  /// with more patients. It says what was studied best, not that it worked.
  public Optional<Evidence> highestEvidence() {
    return statements(Kind.EVIDENCE).stream()
        .filter(Statement::holds)
        .flatMap(each -> each.evidence().stream())
        .filter(each -> each.design().isStudy())
        .min(
            Comparator.comparingInt((Evidence each) -> each.design().level())
                .thenComparing(each -> each.patients().orElse(0), Comparator.reverseOrder()));
  }

  /// Cautions that name another drug.
  ///
  /// @param drug code of the vocabulary, or a word such as `allopurinol`
  public List<Statement> cautionsWith(String drug) {
    return statements.stream().filter(each -> each.with().contains(drug)).toList();
  }

  @Override
  public String wording(String language) {
    StringBuilder wording = new StringBuilder();
    line(wording, name, group.code(), title(language), String.join(" ", drugs.words()));
    for (Statement each : statements) {
      line(
          wording,
          each.id(),
          each.kind().code(),
          each.phenotype(),
          String.join(" ", each.with()),
          each.text(language),
          each.evidence().map(Evidence::wording).orElse(""),
          each.mark().name(),
          each.source().key(),
          each.source().citation(),
          each.place(),
          String.join(" ", each.contradictedBy()),
          String.join(" ", each.differsFrom()));
    }
    return wording.toString();
  }

  private static void line(StringBuilder wording, String... parts) {
    wording.append(String.join("\t", parts)).append('\n');
  }
}
