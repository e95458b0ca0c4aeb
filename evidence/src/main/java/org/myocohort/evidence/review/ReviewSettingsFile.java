package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.Outcomes;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.StoppingRule;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.yaml.YamlFields;
import org.myocohort.exchange.yaml.YamlFile;

/// The file `review.yaml`, which people write.
final class ReviewSettingsFile {
  static final String NAME = "review.yaml";

  private static final String NOT_REPORTED = "not reported";
  private static final int MOST_LOOKS = 1000;
  private static final Map<String, Boolean> YES_NO = Map.of("true", true, "false", false);
  private static final Map<String, QueueOrder> ORDERS =
      Map.of("relevance", QueueOrder.RELEVANCE, "random", QueueOrder.RANDOM);

  private ReviewSettingsFile() {}

  static ReviewSettings read(Path folder) throws IOException, BadInputException {
    return read(NAME, Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8));
  }

  /// Reads the text of a file.
  ///
  /// @param file its name, for messages
  /// @throws BadInputException with everything that is wrong in it
  static ReviewSettings read(String file, String text) throws BadInputException {
    Problems problems = new Problems();
    YamlFields root = YamlFile.read(file, text, problems);
    String title = root.requiredText("title").orElse("");
    String question = reported(root, "question");
    String registration = reported(root, "registration");
    int reviewers = root.wholeNumber("reviewers", 1, 2).orElse(2);
    boolean blinded = root.oneOf("blinded", YES_NO).orElse(true);
    QueueOrder order = root.oneOf("order", ORDERS).orElse(QueueOrder.RELEVANCE);
    int seed = root.wholeNumber("seed", 0, Integer.MAX_VALUE).orElse(1);
    List<String> include = new ArrayList<>();
    List<Criterion> exclude = new ArrayList<>();
    root.required("criteria");
    Optional<YamlFields> criteria = root.object("criteria");
    if (criteria.isPresent()) {
      include.addAll(criteria.get().texts("include"));
      exclude.addAll(reasons(criteria.get()));
      criteria.get().refuseOthers();
    }
    List<String> speakFor = new ArrayList<>();
    List<String> speakAgainst = new ArrayList<>();
    root.object("highlight")
        .ifPresent(words -> {
          speakFor.addAll(words.texts("include"));
          speakAgainst.addAll(words.texts("exclude"));
          words.refuseOthers();
        });
    StoppingRule stopping = root.object("stopping").map(ReviewSettingsFile::rule).orElse(null);
    List<Outcome> outcomes = Outcomes.read(root);
    root.refuseOthers();
    problems.throwIfAny();
    return new ReviewSettings(
        title,
        question,
        registration,
        reviewers,
        blinded,
        order,
        seed,
        include,
        exclude,
        speakFor,
        speakAgainst,
        stopping,
        outcomes);
  }

  private static @Nullable String reported(YamlFields root, String name) {
    return root.text(name).filter(text -> !text.equals(NOT_REPORTED)).orElse(null);
  }

  private static List<Criterion> reasons(YamlFields criteria) {
    List<Criterion> reasons = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlFields fields : criteria.objects("exclude")) {
      Optional<String> code = fields.requiredText("code");
      Optional<String> text = fields.requiredText("text");
      fields.refuseOthers();
      if (code.isPresent() && !code.get().matches("[a-z0-9][a-z0-9-]{0,39}")) {
        fields.wrong("code", "code-expected", code.get());
      } else if (code.isPresent() && !codes.add(code.get())) {
        fields.wrong("code", "code-twice", code.get());
      } else if (code.isPresent() && text.isPresent()) {
        reasons.add(new Criterion(code.get(), text.get()));
      }
    }
    return reasons;
  }

  private static @Nullable StoppingRule rule(YamlFields fields) {
    Optional<Double> recall = share(fields, "recall");
    Optional<Double> confidence = share(fields, "confidence");
    Optional<Integer> looks =
        fields.required("looks") ? fields.wholeNumber("looks", 1, MOST_LOOKS) : Optional.empty();
    fields.refuseOthers();
    return recall.isPresent() && confidence.isPresent() && looks.isPresent()
        ? new StoppingRule(recall.get(), confidence.get(), looks.get())
        : null;
  }

  private static Optional<Double> share(YamlFields fields, String name) {
    if (!fields.required(name)) {
      return Optional.empty();
    }
    Optional<Double> share = fields.decimal(name).map(Number::doubleValue);
    if (share.isPresent() && !(share.get() > 0 && share.get() < 1)) {
      fields.wrong(name, "share-expected", share.get().toString());
      return Optional.empty();
    }
    return share;
  }
}
