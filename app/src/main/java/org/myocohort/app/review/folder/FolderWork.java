package org.myocohort.app.review.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.flow.ReviewFlows;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.exchange.csv.BadInputException;

/// A review folder that a command works on, and the ways to answer.
///
/// @param folder of the review
/// @param format of the answer
/// @param texts in the language of the answer
/// @param err where errors and progress go
record FolderWork(ReviewFolder folder, Format format, Texts texts, PrintWriter err) {
  private static final int LONGEST_NAME = 40;

  /// What a command does with its review.
  @FunctionalInterface
  interface Body {
    int run(FolderWork work) throws IOException, BadInputException, Refused;
  }

  /// Runs a command on a folder, and turns what can go wrong into sentences and an exit code.
  static int run(Path path, CommonOptions common, PrintWriter err, Body body) {
    Texts texts = common.texts();
    return StudyInput.run(
        path,
        texts,
        err,
        () -> {
          try {
            if (!ReviewFolder.isReview(path)) {
              throw new Refused(ExitCode.USAGE, texts.text("folder.none", path));
            }
            return body.run(new FolderWork(ReviewFolder.at(path), common.format(), texts, err));
          } catch (Refused refused) {
            err.println(refused.getMessage());
            err.flush();
            return refused.exitCode();
          }
        });
  }

  Review review() throws IOException, BadInputException {
    return folder.read();
  }

  Path path() {
    return folder.path();
  }

  Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Who acts: who is named, else the user of this machine, as far as the name can be that of a
  /// log.
  String by(@Nullable String named) throws Refused {
    if (named != null) {
      if (!ReviewFolder.isPerson(named)) {
        throw refused("folder.no-person", named);
      }
      return named;
    }
    String user =
        Objects.requireNonNullElse(System.getProperty("user.name"), "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    String name = user.length() > LONGEST_NAME ? user.substring(0, LONGEST_NAME) : user;
    if (!ReviewFolder.isPerson(name)) {
      throw refused("folder.no-person", name);
    }
    return name;
  }

  /// The records of a list, which must be the review's.
  List<String> records(Review review, List<String> given) throws Refused {
    List<String> ids = new ArrayList<>();
    for (String list : given) {
      for (String id : list.split("[,;]", -1)) {
        if (!review.records().containsKey(id.strip())) {
          throw refused("folder.no-record", path(), id.strip());
        }
        ids.add(id.strip());
      }
    }
    return ids;
  }

  /// The present version's flow.
  ReviewFlow flow(Review review) {
    return ReviewFlows.of(review, texts);
  }

  /// Compares all records and keeps which are copies.
  Duplicates compare() throws IOException, BadInputException {
    return folder.compare(ReviewRecords.read(folder, review()), comparing());
  }

  /// Shows how far a comparison has come.
  ComparedRecords.Progress comparing() {
    TerminalProgress progress = new TerminalProgress(err);
    String step = texts.text("dedupe.comparing");
    return (done, total) -> progress.done(step, done, total);
  }

  /// Refuses what the user asked for in a way that cannot be done.
  Refused refused(String code, Object... values) {
    return new Refused(ExitCode.USAGE, texts.text(code, values));
  }

  /// Refuses because of how the review stands.
  Refused notNow(String code, Object... values) {
    return new Refused(ExitCode.FOUND, texts.text(code, values));
  }

  boolean inText() {
    return format == Format.text;
  }

  /// A line for a person: a part of the answer in text, else beside it.
  void say(String line) throws IOException {
    if (inText()) {
      print(line + "\n");
    } else {
      err.println(line);
      err.flush();
    }
  }

  static void print(String text) throws IOException {
    System.out.write(text.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  Answer answer(List<Answer.Column> columns) {
    return new Answer(columns, format, texts);
  }

  /// Ids in a sentence: the first few, and that there are more.
  static String some(Iterable<String> ids) {
    StringBuilder some = new StringBuilder();
    int count = 0;
    for (String id : ids) {
      if (count == 10) {
        return some.append(", …").toString();
      }
      some.append(count == 0 ? "" : ", ").append(id);
      count++;
    }
    return some.toString();
  }

  /// Names with commas between them.
  static String joined(Set<String> names) {
    return String.join(", ", names);
  }
}
