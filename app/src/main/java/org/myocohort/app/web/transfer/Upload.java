package org.myocohort.app.web.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Notice;
import org.myocohort.exchange.source.Source;
import org.myocohort.registry.importing.ImportOptions;
import org.myocohort.registry.importing.ImportOutcome;
import org.myocohort.registry.importing.ImportReport;
import org.myocohort.registry.importing.Mapping;

/// A file on its way in: read, and kept in memory until it is imported or forgotten.
final class Upload {
  final String account;
  final String study;
  final Source source;
  final String hash;
  final Instant since;
  List<Notice> notices;
  Mapping mapping;
  Set<String> overwrite = Set.of();
  @Nullable Job<ImportReport> check;
  @Nullable Job<ImportOutcome> apply;

  Upload(
      String account,
      String study,
      Source source,
      String hash,
      Instant since,
      Mapping mapping,
      List<Notice> notices) {
    this.account = account;
    this.study = study;
    this.source = source;
    this.hash = hash;
    this.since = since;
    this.mapping = mapping;
    this.notices = notices;
  }

  ImportOptions options() {
    return new ImportOptions(true, overwrite, "", "");
  }
}
