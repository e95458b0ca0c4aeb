package org.myocohort.app.guide;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.care.source.SourcedText;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.review.TextSignatures;
import org.myocohort.registry.review.TextSignatures.Signature;
import org.myocohort.registry.store.Database;

/// Asks a registry who signed the texts. The only class of the command that knows the registry.
final class AskedReviewers {
  private final StoreOptions store;
  private final Texts texts;
  private final PrintWriter err;

  AskedReviewers(StoreOptions store, Texts texts, PrintWriter err) {
    this.store = store;
    this.texts = texts;
    this.err = err;
  }

  /// What is done with the answer.
  @FunctionalInterface
  interface Body {
    int run(Reviewers known) throws IOException;
  }

  int run(Body body) {
    if (store.url() == null && !Files.exists(store.folder().resolve(Database.FILE))) {
      err.println(texts.text("backup.failure.no-registry", store.place()));
      err.flush();
      return ExitCode.USAGE;
    }
    return OpenStore.run(store, texts, err, database -> body.run(known(database)));
  }

  private static Reviewers known(Database database) {
    List<Signature> signatures =
        new TextSignatures(database, Clock.systemUTC()).all(Actor.commandLine());
    return new Reviewers() {
      @Override
      public boolean asked() {
        return true;
      }

      @Override
      public List<String> of(SourcedText text) {
        return signatures.stream()
            .filter(each -> each.code().equals(text.code()))
            .filter(each -> each.holds(text.wording(each.language())))
            .map(each ->
                "%s (%s, %s)"
                    .formatted(each.printedName(), each.language(), each.at().substring(0, 10)))
            .toList();
      }
    };
  }
}
