package org.myocohort.app.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.registry.audit.AuditHead;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.store.Database;

/// Verifies the audit and says each finding in a sentence.
final class VerifyAuditTask {
  private static final List<Column> COLUMNS =
      List.of(Column.of("finding"), Column.of("message"), Column.detail("values"));

  private final CommonOptions common;
  private final StoreOptions store;
  private final Texts texts;
  private final PrintWriter err;

  VerifyAuditTask(CommonOptions common, StoreOptions store, PrintWriter err) {
    this.common = common;
    this.store = store;
    this.texts = common.texts();
    this.err = err;
  }

  int run(@Nullable Path head, @Nullable Path exported) {
    if (!RegistryThere.check(store, texts, err)) {
      return ExitCode.USAGE;
    }
    AuditHead known = null;
    if (head != null) {
      try {
        Optional<AuditHead> read =
            AuditHead.parse(Files.readString(head, StandardCharsets.ISO_8859_1));
        if (read.isEmpty()) {
          err.println(texts.text("audit.head-not-read", head));
          err.flush();
          return ExitCode.FOUND;
        }
        known = read.get();
      } catch (IOException failure) {
        return Failures.cannotOpen(failure, head.toString(), texts, err);
      }
    }
    AuditHead through = known;
    return OpenStore.run(store, texts, err, database -> verify(database, through, exported));
  }

  private int verify(Database database, @Nullable AuditHead through, @Nullable Path exported)
      throws IOException {
    AuditVerification.Result result =
        AuditVerification.verify(database, through, new RowProgress(texts, err));
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (AuditVerification.Finding finding : result.findings()) {
        answer.row(
            finding.code(),
            texts.text("audit.finding." + finding.code(), finding.values()),
            finding.values());
      }
      answer.print(System.out);
    }
    err.println(
        texts.text(
            result.intact() ? "audit.intact" : "audit.not-intact",
            result.entries(),
            result.rows(),
            result.count()));
    if (result.count() > result.findings().size()) {
      err.println(texts.text("audit.more", result.findings().size()));
    }
    err.flush();
    if (!result.intact()) {
      return ExitCode.FOUND;
    }
    if (exported != null) {
      AtomicFile.write(exported, (result.head() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return ExitCode.ANSWERED;
  }
}
