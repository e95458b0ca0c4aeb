package org.myocohort.app.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.registry.backup.Backup;
import org.myocohort.registry.backup.BackupException;
import org.myocohort.registry.backup.Manifest;
import org.myocohort.registry.backup.Restore;
import org.myocohort.registry.store.StoreException;

/// Backup and restore, apart from their commands: those are read at every start and must name no
/// type of the registry.
final class BackupTasks {
  /// What is wrong with how it was asked for, not with the backup.
  private static final Set<String> USAGE = Set.of("exists", "in-use", "not-empty");

  /// Systematic reviews, cohorts and plans are plain files, which are kept in git.
  private static final List<String> PLAIN = List.of("reviews", "definitions");

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("entries"),
          Column.of("bytes"),
          Column.of("made_at"),
          Column.of("identities"),
          Column.detail("head"),
          Column.detail("sha256"),
          Column.detail("schema"),
          Column.detail("program"),
          Column.ifAny("replaced"));

  private final CommonOptions common;
  private final StoreOptions store;
  private final Texts texts;
  private final PrintWriter err;

  BackupTasks(CommonOptions common, StoreOptions store, PrintWriter err) {
    this.common = common;
    this.store = store;
    this.texts = common.texts();
    this.err = err;
  }

  int backup(Path out, boolean identities) {
    if (!RegistryThere.check(store, texts, err)) {
      return ExitCode.USAGE;
    }
    return OpenStore.run(
        store,
        texts,
        err,
        database -> {
          try {
            Manifest manifest =
                Backup.write(
                    database,
                    out,
                    Version.text(),
                    Instant.now(),
                    identities,
                    new RowProgress(texts, err));
            print(out, manifest, null);
            for (String plain : PLAIN) {
              Path folder = store.folder().resolve(plain);
              if (Files.isDirectory(folder)) {
                err.println(texts.text("backup." + plain, folder));
                err.flush();
              }
            }
            return ExitCode.ANSWERED;
          } catch (FileAlreadyExistsException _) {
            return fail(ExitCode.USAGE, "backup.failure.out-exists", out.toString());
          } catch (IOException failure) {
            return fail(
                ExitCode.USAGE,
                "backup.failure.cannot-write",
                out.toString(),
                String.valueOf(failure.getMessage()));
          }
        });
  }

  int restore(Path file, boolean replace) {
    if (store.url() != null) {
      return OpenStore.run(
          store,
          texts,
          err,
          database ->
              restored(
                  file,
                  () ->
                      Restore.intoDatabase(
                          file, database, Instant.now(), new RowProgress(texts, err))));
    }
    return restored(
        file,
        () ->
            Restore.intoFolder(
                file, store.folder(), replace, Instant.now(), new RowProgress(texts, err)));
  }

  private interface Work {
    Restore.Result run() throws IOException, BackupException;
  }

  private int restored(Path file, Work work) {
    try {
      Restore.Result result = work.run();
      print(file, result.manifest(), result.replaced());
      return ExitCode.ANSWERED;
    } catch (BackupException failure) {
      return fail(
          USAGE.contains(failure.code()) ? ExitCode.USAGE : ExitCode.FOUND,
          "backup.failure." + failure.code(),
          failure.values().toArray());
    } catch (StoreException failure) {
      return fail(
          ExitCode.USAGE,
          "store.failed",
          store.place(),
          texts.text("store." + failure.code()),
          String.valueOf(failure.getMessage()));
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, file.toString(), texts, err);
    }
  }

  private int fail(int exitCode, String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
    return exitCode;
  }

  private void print(Path file, Manifest manifest, @Nullable Path replaced) throws IOException {
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      answer.row(
          file,
          manifest.head().number(),
          manifest.bytes(),
          manifest.madeAt(),
          manifest.identities() ? "yes" : "no",
          manifest.head().number() == 0 ? "" : manifest.head().toString(),
          manifest.sha256(),
          manifest.schemaVersion(),
          manifest.program(),
          replaced);
      answer.print(System.out);
    }
  }
}
