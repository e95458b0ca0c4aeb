package org.myocohort.app.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditLog;
import org.myocohort.registry.backup.Backup;
import org.myocohort.registry.backup.BackupException;
import org.myocohort.registry.backup.Manifest;
import org.myocohort.registry.backup.Restore;
import org.myocohort.registry.backup.UnreadableException;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Backup and restore, apart from their commands: those are read at every start and must name no
/// type of the registry.
final class BackupTasks {
  /// What is wrong with how it was asked for, not with the backup.
  private static final Set<String> USAGE =
      Set.of(
          "exists",
          "files-exist",
          "in-use",
          "not-empty",
          "inside",
          "too-many-files",
          "cannot-replace");

  /// What the audit calls changes of systematic reviews begins so, and names the review as this.
  private static final String REVIEW_ACTIONS = "review-";

  private static final String REVIEW = "review";

  /// As many paths are named of what is not in a backup.
  private static final int NAMED = 20;

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("entries"),
          Column.of("bytes"),
          Column.of("made_at"),
          Column.of("identities"),
          Column.of("definition_files"),
          Column.of("review_files"),
          Column.of("trial_files"),
          Column.detail("head"),
          Column.detail("sha256"),
          Column.detail("schema"),
          Column.detail("program"),
          Column.ifAny("replaced"));

  private final CommonOptions common;
  private final StoreOptions store;
  private final FolderOptions options;
  private final WorkFolders folders;
  private final Texts texts;
  private final PrintWriter err;

  BackupTasks(CommonOptions common, StoreOptions store, FolderOptions options, PrintWriter err) {
    this.common = common;
    this.store = store;
    this.options = options;
    this.folders = new WorkFolders(store, options);
    this.texts = common.texts();
    this.err = err;
  }

  int backup(Path out, boolean identities, boolean trialRecords) {
    if (!RegistryThere.check(store, texts, err)) {
      return ExitCode.USAGE;
    }
    Optional<Path> notThere = options.notThere();
    if (notThere.isPresent()) {
      String named = notThere.get().toString();
      return Failures.cannotOpen(new NoSuchFileException(named), named, texts, err);
    }
    Backup.Content content =
        new Backup.Content(
            identities, trialRecords ? folders.all() : folders.withoutTrialRecords());
    return OpenStore.run(
        store,
        texts,
        err,
        database -> {
          try {
            Set<Path> leftOut = new TreeSet<>(folders.besides());
            Backup.Result result =
                Backup.write(
                    database,
                    out,
                    Version.text(),
                    Instant.now(),
                    content,
                    new RowProgress(texts, err));
            print(out, result.manifest(), List.of());
            leftOut.addAll(result.leftOut());
            sayWhatIsNotInIt(leftOut, database);
            return ExitCode.ANSWERED;
          } catch (BackupException failure) {
            return refused(failure);
          } catch (FileAlreadyExistsException _) {
            return fail(ExitCode.USAGE, "backup.failure.out-exists", out.toString());
          } catch (UnreadableException failure) {
            return Failures.cannotOpen(failure.reason(), failure.file(), texts, err);
          } catch (IOException failure) {
            return fail(
                ExitCode.USAGE,
                "backup.failure.cannot-write",
                out.toString(),
                String.valueOf(failure.getMessage()));
          }
        });
  }

  private void sayWhatIsNotInIt(Set<Path> leftOut, Database database) {
    leftOut.stream().limit(NAMED).forEach(path -> err.println(texts.text("backup.not-in", path)));
    if (leftOut.size() > NAMED) {
      err.println(texts.text("backup.not-in.more", leftOut.size() - NAMED));
    }
    List<String> elsewhere =
        folders.missingOf(
            new AuditLog(database)
                .named(Actor.administratorOnCommandLine(), REVIEW_ACTIONS, REVIEW));
    if (!elsewhere.isEmpty()) {
      err.println(
          texts.text("backup.reviews-elsewhere", folders.reviews(), String.join(", ", elsewhere)));
    }
    err.flush();
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
                          file,
                          database,
                          Path.of(System.getProperty("java.io.tmpdir")),
                          folders.all(),
                          replace,
                          Instant.now(),
                          new RowProgress(texts, err))));
    }
    return restored(
        file,
        () ->
            Restore.intoFolder(
                file,
                store.folder(),
                folders.all(),
                replace,
                Instant.now(),
                new RowProgress(texts, err)));
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
      return refused(failure);
    } catch (StoreException failure) {
      return fail(
          ExitCode.USAGE,
          "store.failed",
          store.place(),
          texts.text("store." + failure.code()),
          String.valueOf(failure.getMessage()));
    } catch (FileSystemException failure) {
      String named = Objects.requireNonNullElse(failure.getFile(), file.toString());
      return Failures.cannotOpen(failure, named, texts, err);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, file.toString(), texts, err);
    }
  }

  private int refused(BackupException failure) {
    return fail(
        USAGE.contains(failure.code()) ? ExitCode.USAGE : ExitCode.FOUND,
        "backup.failure." + failure.code(),
        failure.values().toArray());
  }

  private int fail(int exitCode, String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
    return exitCode;
  }

  private void print(Path file, Manifest manifest, Collection<Path> replaced) throws IOException {
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      answer.row(
          file,
          manifest.head().number(),
          manifest.bytes(),
          manifest.madeAt(),
          manifest.identities() ? "yes" : "no",
          Math.toIntExact(manifest.filesOf(WorkFolders.DEFINITIONS)),
          Math.toIntExact(manifest.filesOf(WorkFolders.REVIEWS)),
          Math.toIntExact(manifest.filesOf(WorkFolders.TRIALS)),
          manifest.head().number() == 0 ? "" : manifest.head().toString(),
          manifest.sha256(),
          manifest.schemaVersion(),
          manifest.program(),
          replaced.stream().map(Path::toString).toList());
      answer.print(System.out);
    }
  }
}
