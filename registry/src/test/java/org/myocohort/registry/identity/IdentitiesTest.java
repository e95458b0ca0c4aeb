package org.myocohort.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

class IdentitiesTest {
  private static final PatientKey P1 = SampleStudy.key("P1");
  private static final Identity ROSSI = new Identity("Maria Rossi", "1960-02-03", "H-4711-Z");
  private static final Actor EDITOR = new Actor("a1", Role.EDITOR, Set.of("Padua"));

  @TempDir private Path folder;

  private Identities identities(Database database) {
    try {
      return new Identities(database, MasterKey.at(folder.resolve(MasterKey.FILE)), Instant::now);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anIdentityIsReadBackAndEveryAccessStandsInTheAudit(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      Identities identities = identities(database);
      assertThat(identities.save(EDITOR, P1, ROSSI)).isEqualTo(Identities.Saved.SAVED);
      assertThat(identities.read(EDITOR, P1)).contains(ROSSI);
      assertThat(identities.find(EDITOR, SampleStudy.STUDY, "H-4711-Z")).contains(P1);
      assertThat(identities.find(EDITOR, SampleStudy.STUDY, "H-4712")).isEmpty();
      List<String> texts =
          database.read(handle ->
              handle
                  .createQuery("SELECT text FROM audit_entry ORDER BY number")
                  .mapTo(String.class)
                  .list());
      assertThat(texts)
          .hasSize(5)
          .noneMatch(text -> text.contains("Rossi") || text.contains("4711"))
          .satisfiesExactly(
              _ -> {},
              _ -> {},
              text -> assertThat(text).contains("save-identity", "\"P1\"", "\"a1\""),
              text -> assertThat(text).contains("read-identity"),
              text -> assertThat(text).contains("find-identity"));
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void onlyWhoMaySeesAnIdentityAndOnlyOfTheirCentre(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      Identities identities = identities(database);
      identities.save(EDITOR, P1, ROSSI);
      Actor elsewhere = new Actor("a2", Role.EDITOR, Set.of("Milan"));
      assertThat(identities.read(elsewhere, P1)).isEmpty();
      assertThat(identities.find(elsewhere, SampleStudy.STUDY, "H-4711-Z")).isEmpty();
      assertThat(identities.save(elsewhere, P1, ROSSI)).isEqualTo(Identities.Saved.NO_SUCH_PATIENT);
      for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.ADMINISTRATOR)) {
        Actor actor = new Actor("a3", role, null);
        assertThatThrownBy(() -> identities.read(actor, P1)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identities.save(actor, P1, ROSSI))
            .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> identities.find(actor, SampleStudy.STUDY, "H-4711-Z"))
            .isInstanceOf(AccessDenied.class);
      }
      assertThatThrownBy(() -> identities.erase(EDITOR, P1, "asked"))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aHospitalNumberBelongsToOnePatient(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      var store = SampleStudy.store(database);
      SampleStudy.savePatient(store, "P1", 1);
      SampleStudy.savePatient(store, "P2", 1);
      Identities identities = identities(database);
      identities.save(EDITOR, P1, ROSSI);
      assertThat(identities.save(EDITOR, P1, new Identity("Maria Bianchi", "", "H-4711-Z")))
          .isEqualTo(Identities.Saved.SAVED);
      assertThat(identities.save(EDITOR, SampleStudy.key("P2"), ROSSI))
          .isEqualTo(Identities.Saved.HOSPITAL_NUMBER_TAKEN);
    }
  }

  /// An identity moved to another patient's row, or opened with another key, opens nowhere.
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anIdentityOpensForItsPatientAndWithItsKeyOnly(Supplier<Database> maker) throws Exception {
    try (Database database = maker.get()) {
      var store = SampleStudy.store(database);
      SampleStudy.savePatient(store, "P1", 1);
      SampleStudy.savePatient(store, "P2", 1);
      identities(database).save(EDITOR, P1, ROSSI);
      Identities other =
          new Identities(database, MasterKey.at(folder.resolve("other.key")), Instant::now);
      assertThatThrownBy(() -> other.read(EDITOR, P1)).isInstanceOf(WrongKeyException.class);
      database.change(handle -> handle.execute("UPDATE identity SET patient = 'P2'"));
      assertThatThrownBy(() -> identities(database).read(EDITOR, SampleStudy.key("P2")))
          .isInstanceOf(WrongKeyException.class);
    }
  }

  /// Looks for the bytes themselves in every file of the embedded database.
  @Test
  void anErasedIdentityIsInNoFileNeitherPlainNorSealed() throws Exception {
    Path data = folder.resolve("data");
    try (Database database = Database.embedded(data)) {
      var store = SampleStudy.store(database);
      for (int i = 1; i <= 30; i++) {
        SampleStudy.savePatient(store, "P" + i, 1);
      }
      Identities identities = identities(database);
      for (int i = 1; i <= 30; i++) {
        identities.save(
            EDITOR, SampleStudy.key("P" + i), new Identity("Maria Rossi " + i, "", "H" + i));
      }
      List<String> columns =
          database.read(handle ->
              handle
                  .createQuery(
                      "SELECT wrapped FROM identity WHERE patient = 'P7' UNION ALL"
                          + " SELECT sealed FROM identity WHERE patient = 'P7' UNION ALL"
                          + " SELECT lookup FROM identity WHERE patient = 'P7'")
                  .mapTo(String.class)
                  .list());
      assertThat(columns).hasSize(3).allMatch(text -> holds(data, text));
      assertThat(holds(data, "Rossi")).isFalse();

      Actor administrator = Actor.administratorOnCommandLine();
      assertThat(identities.erase(administrator, SampleStudy.key("P7"), "asked to be forgotten"))
          .isEqualTo(Identities.Erasure.ERASED);
      assertThat(columns).noneMatch(text -> holds(data, text));
      assertThat(identities.read(EDITOR, SampleStudy.key("P7"))).isEmpty();
      assertThat(identities.find(EDITOR, SampleStudy.STUDY, "H7")).isEmpty();
      assertThat(identities.read(EDITOR, SampleStudy.key("P8"))).isPresent();
      assertThat(identities.erase(administrator, SampleStudy.key("P7"), "again"))
          .isEqualTo(Identities.Erasure.NOTHING_THERE);
      assertThat(store.find(EDITOR, SampleStudy.key("P7"))).isPresent();
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  private static boolean holds(Path folder, String text) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> {
        try {
          return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anErasureLeavesTheChainAndTheOthers(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      Identities identities = identities(database);
      identities.save(EDITOR, P1, ROSSI);
      assertThat(identities.erase(Actor.administratorOnCommandLine(), P1, "asked"))
          .isEqualTo(Identities.Erasure.ERASED);
      assertThat(identities.read(EDITOR, P1)).isEmpty();
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  @Test
  void theMasterKeyIsMadeOnceForItsOwnerOnly() throws Exception {
    Path file = folder.resolve(MasterKey.FILE);
    MasterKey made = MasterKey.at(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKey.at(file).lookup("s", "1")).isEqualTo(made.lookup("s", "1"));
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> MasterKey.at(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("64");
  }

  @Test
  void anIdentityIsNeverPrinted() {
    assertThat(ROSSI.toString()).doesNotContain("Rossi").doesNotContain("4711");
  }
}
