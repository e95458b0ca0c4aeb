package org.myocohort.evidence.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;
import org.myocohort.exchange.yaml.YamlText;

/// The judgements of a review, in one file of its folder, [#FILE].
///
///     judgements:
///       - outcome: response
///         domain: risk-of-bias
///         judgement: very-serious
///         reason: No comparison, the outcome not blinded
///         by: anna
///
/// `definition` may be given where the judgement is not about the one that the review asks for.
public final class GradeFile {
  /// Name of the file.
  public static final String FILE = "grade.yaml";

  private static final Map<String, GradeDomain> DOMAINS =
      List.of(GradeDomain.values()).stream()
          .collect(
              Collectors.toMap(
                  GradeDomain::code, Function.identity(), (first, _) -> first, LinkedHashMap::new));

  private GradeFile() {}

  /// Reads the file of a review folder; no judgements where it is not there.
  ///
  /// @param outcomes of the review
  /// @throws BadInputException with everything that is wrong in it
  public static List<GradeJudgement> read(Path folder, List<Outcome> outcomes)
      throws IOException, BadInputException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? read(file.toString(), Files.readString(file, StandardCharsets.UTF_8), outcomes)
        : List.of();
  }

  /// Reads the text of a file.
  ///
  /// @param file its name, for messages
  /// @throws BadInputException with everything that is wrong in it
  public static List<GradeJudgement> read(String file, String text, List<Outcome> outcomes)
      throws BadInputException {
    Map<String, Outcome> known = new LinkedHashMap<>();
    outcomes.forEach(outcome -> known.put(outcome.code(), outcome));
    Problems problems = new Problems();
    YamlFields root = YamlFile.read(file, text, problems);
    root.required("judgements");
    List<GradeJudgement> judgements = new ArrayList<>();
    for (YamlFields fields : root.objects("judgements")) {
      judgement(fields, known)
          .ifPresent(read -> {
            if (judgements.stream().anyMatch(other -> same(other, read))) {
              fields.wrong("domain", "grade-domain-twice", read.domain().code());
            }
            judgements.add(read);
          });
    }
    root.refuseOthers();
    problems.throwIfAny();
    return List.copyOf(judgements);
  }

  /// Keeps a judgement in the file of a review folder, in the place of the one of the same domain.
  /// The file is written anew: comments in it are not kept.
  ///
  /// @param outcomes of the review
  /// @throws BadInputException if the file that is there is wrong; it stays as it is
  public static synchronized void keep(
      Path folder, GradeJudgement judgement, List<Outcome> outcomes)
      throws IOException, BadInputException {
    if (judgement.reason().isBlank()
        || judgement.by().isBlank()
        || !judgement.domain().judgements().contains(judgement.judgement())) {
      throw new IllegalArgumentException("no judgement of %s".formatted(judgement.domain()));
    }
    List<GradeJudgement> kept = new ArrayList<>(read(folder, outcomes));
    int at = 0;
    while (at < kept.size() && !same(kept.get(at), judgement)) {
      at++;
    }
    if (at < kept.size()) {
      kept.set(at, judgement);
    } else {
      kept.add(judgement);
    }
    AtomicFile.write(folder.resolve(FILE), write(kept, outcomes).getBytes(StandardCharsets.UTF_8));
  }

  /// The text of a file that holds judgements. The definition that the review asks for is not
  /// named.
  static String write(List<GradeJudgement> judgements, List<Outcome> outcomes) {
    StringBuilder out = new StringBuilder("judgements:\n");
    for (GradeJudgement each : judgements) {
      out.append("  - outcome: ").append(each.outcome()).append('\n');
      boolean asked =
          outcomes.stream()
              .anyMatch(outcome ->
                  outcome.code().equals(each.outcome())
                      && outcome.definition().equals(each.definition()));
      if (!asked) {
        field(out, "definition", YamlText.quoted(each.definition()));
      }
      field(out, "domain", each.domain().code());
      field(out, "judgement", each.judgement());
      field(out, "reason", YamlText.quoted(each.reason()));
      field(out, "by", YamlText.quoted(each.by()));
    }
    return out.toString();
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append("    ").append(name).append(": ").append(value).append('\n');
  }

  private static boolean same(GradeJudgement one, GradeJudgement other) {
    return one.outcome().equals(other.outcome())
        && one.definition().equals(other.definition())
        && one.domain() == other.domain();
  }

  private static Optional<GradeJudgement> judgement(YamlFields fields, Map<String, Outcome> known) {
    Optional<Outcome> outcome =
        fields.required("outcome") ? fields.oneOf("outcome", known) : Optional.empty();
    Optional<String> definition = fields.text("definition");
    Optional<GradeDomain> domain =
        fields.required("domain") ? fields.oneOf("domain", DOMAINS) : Optional.empty();
    Optional<String> judgement =
        fields.required("judgement")
            ? domain.flatMap(each ->
                fields.oneOf(
                    "judgement",
                    each.judgements().stream()
                        .collect(Collectors.toMap(Function.identity(), Function.identity()))))
            : Optional.empty();
    Optional<String> reason = fields.requiredText("reason");
    Optional<String> by = fields.requiredText("by");
    if (domain.isEmpty()) {
      fields.text("judgement");
    }
    fields.refuseOthers();
    return outcome.isPresent()
            && domain.isPresent()
            && judgement.isPresent()
            && reason.isPresent()
            && by.isPresent()
        ? Optional.of(
            new GradeJudgement(
                outcome.get().code(),
                definition.orElse(outcome.get().definition()),
                domain.get(),
                judgement.get(),
                reason.get(),
                by.get()))
        : Optional.empty();
  }
}
