package org.myocohort.app.instruments;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.catalogue.Instruments;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists what is implemented, or one instrument with its statements.
@Command(name = "instruments")
public final class InstrumentsCommand implements Callable<Integer> {

  private record Entry(
      String code, String version, String title, String citation, List<Rule> rules) {}

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "instruments.name")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    Texts texts = common.texts();
    List<Entry> entries = entries(texts);
    if (name == null) {
      list(entries, texts);
      return ExitCode.ANSWERED;
    }
    Optional<Entry> entry =
        entries.stream().filter(each -> each.code().equalsIgnoreCase(name)).findFirst();
    if (entry.isEmpty()) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.println(
          texts.text(
              "instruments.unknown",
              name,
              String.join(", ", entries.stream().map(Entry::code).toList())));
      err.flush();
      return ExitCode.USAGE;
    }
    one(entry.get(), texts);
    return ExitCode.ANSWERED;
  }

  private static List<Entry> entries(Texts texts) {
    List<Entry> entries = new ArrayList<>();
    CriteriaSets.ALL.forEach(set ->
        entries.add(
            new Entry(
                set.code(),
                "",
                texts.text("criteria." + set.code()),
                set.citation(),
                set.rules())));
    Instruments.ALL.forEach(instrument ->
        entries.add(
            new Entry(
                instrument.code(),
                instrument.version(),
                texts.text("instrument." + instrument.code() + ".title"),
                instrument.citation(),
                instrument.rules())));
    return entries;
  }

  private void list(List<Entry> entries, Texts texts) throws IOException {
    List<Column> columns =
        List.of(
            Column.of("instrument"),
            Column.of("version"),
            Column.of("title"),
            Column.of("verified"),
            Column.of("weak"),
            Column.of("from_memory"),
            Column.of("ours"),
            Column.of("not_found"),
            Column.detail("citation"));
    try (Answer answer = new Answer(columns, common.format(), texts)) {
      for (Entry entry : entries) {
        answer.row(
            entry.code(),
            entry.version(),
            entry.title(),
            count(entry, Verification.VERIFIED),
            count(entry, Verification.WEAK),
            count(entry, Verification.FROM_MEMORY),
            count(entry, Verification.OURS),
            count(entry, Verification.NOT_FOUND),
            entry.citation());
      }
      answer.print(System.out);
    }
  }

  private static Integer count(Entry entry, Verification mark) {
    return (int) entry.rules().stream().filter(rule -> rule.verification() == mark).count();
  }

  private void one(Entry entry, Texts texts) throws IOException {
    List<Column> columns =
        List.of(
            Column.detail("instrument"),
            Column.detail("version"),
            Column.of("statement"),
            Column.of("verification"),
            Column.ifAny("source"),
            Column.detail("citation"));
    if (common.format() == Format.text) {
      System.out.println(entry.title());
      System.out.println(entry.citation());
      System.out.println();
    }
    try (Answer answer = new Answer(columns, common.format(), texts)) {
      for (Rule rule : entry.rules()) {
        String mark = rule.verification().name().toLowerCase(Locale.ROOT);
        answer.row(
            entry.code(),
            entry.version(),
            texts.text("instrument." + entry.code() + ".rule." + rule.code()),
            common.format() == Format.text ? texts.text("verification." + mark) : mark,
            rule.source(),
            entry.citation());
      }
      answer.print(System.out);
    }
  }
}
