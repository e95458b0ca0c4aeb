package org.myocohort.app.guide;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Treatment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `guide list`, `guide show NAME`, `guide audit`: what is known of the treatments, and where from.
@Command(name = "guide")
public final class GuideCommand implements Callable<Integer> {
  /// What is to be shown.
  enum Action {
    list,
    show,
    audit
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "guide.action")
  private Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      descriptionKey = "guide.name")
  private String name = "";

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "guide.on")
  private @Nullable LocalDate on;

  @Option(names = "--reviews", descriptionKey = "guide.reviews")
  private boolean reviews;

  @Override
  public Integer call() throws IOException {
    return switch (action) {
      case list -> new GuideList(common.texts()).print(common.format());
      case show -> show();
      case audit -> audit();
    };
  }

  private int show() throws IOException {
    Optional<Treatment> treatment = Guide.shipped().find(name);
    if (treatment.isEmpty()) {
      Texts texts = common.texts();
      PrintWriter err = err();
      err.println(
          texts.text(
              "guide.unknown",
              name,
              String.join(
                  ", ", Guide.shipped().treatments().stream().map(Treatment::name).toList())));
      err.flush();
      return ExitCode.USAGE;
    }
    return new ShownTreatment(treatment.get(), common.texts()).print(common.format());
  }

  private int audit() throws IOException {
    LocalDate day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(Clock.systemUTC()));
    GuideAudit audit = new GuideAudit(name, day, common.texts());
    if (!reviews) {
      return audit.print(common.format(), Reviewers.NOT_ASKED);
    }
    return new AskedReviewers(store, common.texts(), err())
        .run(known -> audit.print(common.format(), known));
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
