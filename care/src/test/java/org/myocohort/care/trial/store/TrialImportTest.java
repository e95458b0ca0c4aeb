package org.myocohort.care.trial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.store.TrialDifference.What;

class TrialImportTest {
  private static final LocalDate EARLY = LocalDate.of(2026, 4, 25);
  private static final LocalDate LATE = LocalDate.of(2026, 8, 22);

  @TempDir private Path temporary;
  private TrialFolder folder = new TrialFolder(Path.of(""));

  @BeforeEach
  void anEmptyFolder() {
    folder = new TrialFolder(temporary.resolve("trials"));
  }

  private Path file(String name, String text) throws IOException {
    Path file = temporary.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  private TrialImport.Outcome load(TrialFolder into, Path file, LocalDate day, LongConsumer bytes)
      throws IOException {
    return TrialImport.run(into, file, file.toString(), SnapshotDay.of(day, file, day), bytes);
  }

  private TrialImport.Outcome load(Path file, LocalDate day) throws IOException {
    return load(folder, file, day, _ -> {});
  }

  private static String study(int number, String status, String site) {
    return """
    {"protocolSection":{"identificationModule":{"nctId":"NCT%08d","briefTitle":"Trial %d"},\
    "statusModule":{"overallStatus":"%s"},"eligibilityModule":{"eligibilityCriteria":"%s"},\
    "contactsLocationsModule":{"locations":[%s]}}}
    """
        .formatted(number, number, status, "x".repeat(300), site)
        .replace("\n", "");
  }

  private static String studies(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      lines.append(study(i, "RECRUITING", "")).append('\n');
    }
    return lines.toString();
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    Path file = file("a.jsonl", studies(20));
    assertThat(load(file, EARLY).added()).isEqualTo(20);
    String before = folder.fingerprint();
    TrialImport.Outcome again = load(file, EARLY);
    assertThat(again.same()).isEqualTo(20);
    assertThat(again.changed() + again.added()).isZero();
    assertThat(folder.fingerprint()).isEqualTo(before);
  }

  @Test
  void sitesOfAnotherFileStayWhenTheTrialsAreImportedAgain() throws IOException {
    Path trials =
        file(
            "trials.csv",
            "NCTId,BriefTitle,OverallStatus,Countries\nNCT00000001,A,RECRUITING,Italy|France\n");
    Path sites =
        file(
            "sites.csv",
            """
            NCTId,BriefTitle,OverallStatus,Facility,City,Country,SiteStatus,Latitude,Longitude
            NCT00000001,A,RECRUITING,One,Milan,Italy,,45.46,9.19
            """);
    load(trials, LATE);
    assertThat(load(sites, LATE).changed()).isEqualTo(1);
    assertThat(load(trials, LATE).same()).isEqualTo(1);
    try (TrialFolder.Reading reading = folder.read()) {
      Trial trial = reading.find("NCT00000001").orElseThrow();
      assertThat(trial.sites()).hasSize(1);
      assertThat(trial.everyCountry()).containsExactly("Italy", "France");
    }
  }

  /// Ends the import as a kill does: nothing of it runs any more, not even its last lines.
  private static final class Killed extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super(new IOException("killed"));
    }
  }

  @ParameterizedTest(name = "killed after {0} bytes")
  @ValueSource(ints = {1, 200_000, 700_000, 1_100_000, 1_500_000})
  void anImportThatWasKilledGoesOnAndEndsTheSame(int bytes) throws IOException {
    int count = 3500;
    Path file = file("a.jsonl", studies(count));
    TrialFolder whole = new TrialFolder(temporary.resolve("whole"));
    load(whole, file, EARLY, _ -> {});
    assertThatThrownBy(() ->
            load(
                folder,
                file,
                EARLY,
                done -> {
                  if (done >= bytes) {
                    throw new Killed();
                  }
                }))
        .isInstanceOf(IOException.class);
    // What a kill leaves half written.
    Path snapshot = folder.path().resolve("ctgov-json/2026-04-25.jsonl");
    if (Files.exists(snapshot)) {
      Files.writeString(snapshot, Files.readString(snapshot) + "{\"id\":\"NCT0000");
    }
    TrialImport.Outcome rest = load(folder, file, EARLY, _ -> {});
    assertThat(rest.resumed() + rest.added() + rest.same()).isEqualTo(count);
    assertThat(Files.readString(snapshot))
        .isEqualTo(Files.readString(whole.path().resolve("ctgov-json/2026-04-25.jsonl")));
    assertThat(folder.path().resolve("import.json")).doesNotExist();
  }

  @Test
  void differencesOfStatusSitesAndCriteria() throws IOException {
    String milan = "{\"facility\":\"One\",\"country\":\"Italy\",\"status\":\"%s\"}";
    load(
        file(
            "old.jsonl",
            study(1, "RECRUITING", milan.formatted("RECRUITING"))
                + "\n"
                + study(2, "RECRUITING", "")
                + "\n"
                + study(3, "RECRUITING", milan.formatted(""))),
        EARLY);
    load(
        file(
            "new.jsonl",
            study(1, "COMPLETED", milan.formatted("COMPLETED")).replace("xx\"", "xy\"")
                + "\n"
                + study(3, "RECRUITING", "")
                + "\n"
                + study(4, "NOT_YET_RECRUITING", "")),
        LATE);
    List<TrialDifference> found = TrialDifference.between(folder, null, null);
    List<String> shown = new ArrayList<>();
    found.forEach(each -> shown.add(each.id().substring(9) + " " + each.what()));
    assertThat(shown)
        .containsExactly("01 STATUS", "01 SITES", "01 CRITERIA", "02 GONE", "04 ADDED");
    assertThat(found.getFirst().what()).isEqualTo(What.STATUS);
    assertThat(TrialDifference.between(folder, null, EARLY)).isEmpty();
  }

  @Test
  void whatIsKnownNowIsTheNewestRecordWithItsGapsFilled() throws IOException {
    load(file("old.jsonl", study(1, "RECRUITING", "")), EARLY);
    load(file("new.csv", "NCTId,BriefTitle,OverallStatus\nNCT00000001,Newer,COMPLETED\n"), LATE);
    try (TrialFolder.Reading reading = folder.read()) {
      Trial trial = reading.find("NCT00000001").orElseThrow();
      assertThat(trial.title().brief()).isEqualTo("Newer");
      assertThat(trial.provenance().snapshot()).isEqualTo(LATE);
      assertThat(trial.eligibility().text()).startsWith("xxx");
      assertThat(trial.eligibility().snapshot()).isEqualTo(EARLY);
    }
  }
}
