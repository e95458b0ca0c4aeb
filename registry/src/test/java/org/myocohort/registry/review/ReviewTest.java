package org.myocohort.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

class ReviewTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:42:07.123Z"));
  private static final PatientKey P1 = new PatientKey("myositis", "P1");
  private static final Actor ANNA = new Actor("a-anna", Role.EDITOR, Set.of("Padua"));
  private static final Actor BRUNO = new Actor("a-bruno", Role.EDITOR, Set.of("Padua"));
  private static final Actor STRANGER = new Actor("a-carla", Role.DATA_MANAGER, Set.of("Pisa"));
  private static final Actor MANAGER = new Actor("a-dora", Role.DATA_MANAGER, null);
  private static final Actor VIEWER = new Actor("a-emil", Role.VIEWER, null);
  private static final DataQuery.About HAQ = new DataQuery.About(P1, "visits", "V1", "haq");

  private static PatientStore registry(Database database) {
    new Studies(database, CLOCK)
        .save(
            Actor.administratorOnCommandLine(),
            new Studies.StoredStudy(
                "myositis",
                new StudyWriter.Description(
                    "myositis", "Myositis", false, StudySettings.DEFAULT, null)),
            "");
    PatientStore store = new PatientStore(database, CLOCK);
    store.save(
        ANNA,
        SaveRequest.of(
            P1,
            0,
            List.of(put("patients", "P1", "centre", "Padua", "sex", "female"), visit("1.5")),
            ""));
    return store;
  }

  private static RowChange visit(String haq) {
    return put("visits", "V1", "patient", "P1", "date", "2026-01-10", "haq", haq);
  }

  private static RowChange put(String table, String id, String... cells) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new RowChange.Put(table, id, map);
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aDraftIsReplacedByTheNextAndSeenByItsAccountOnly(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      registry(database);
      Drafts drafts = new Drafts(database, CLOCK);
      Drafts.Form form = new Drafts.Form("myositis", "P1", "visits/new");
      drafts.keep(ANNA, form, 1, new TreeMap<>(Map.of("v.haq", "1")));
      String at = drafts.keep(ANNA, form, 1, new TreeMap<>(Map.of("v.haq", "1,25", "v.mmt", "")));

      assertThat(at).isEqualTo("2026-11-22T10:42:07Z");
      Drafts.Draft draft = drafts.find(ANNA, form).orElseThrow();
      assertThat(draft.fields()).isEqualTo(Map.of("v.haq", "1,25"));
      assertThat(draft.revision()).isEqualTo(1);
      assertThat(drafts.all(ANNA, "myositis")).containsExactly(draft);
      assertThat(drafts.find(BRUNO, form)).isEmpty();
      assertThatThrownBy(() -> drafts.keep(VIEWER, form, 1, new TreeMap<>()))
          .isInstanceOf(AccessDenied.class);

      drafts.discard(BRUNO, form);
      assertThat(drafts.find(ANNA, form)).isPresent();
      drafts.discard(ANNA, form);
      assertThat(drafts.all(ANNA, "myositis")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aQueryGoesFromQuestionToAnswerToItsClose(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      registry(database);
      DataQueries queries = new DataQueries(database, CLOCK);
      long number = queries.open(MANAGER, HAQ, "Is 1.5 right?").orElseThrow();
      assertThat(number).isEqualTo(1);
      assertThat(queries.write(ANNA, "myositis", 1, 1, "Yes.", DataQuery.State.ANSWERED))
          .isEqualTo(DataQueries.Outcome.WRITTEN);
      assertThatThrownBy(
              () -> queries.write(ANNA, "myositis", 1, 2, "Done.", DataQuery.State.CLOSED))
          .isInstanceOf(AccessDenied.class);
      assertThat(queries.write(MANAGER, "myositis", 1, 2, "Thank you.", DataQuery.State.CLOSED))
          .isEqualTo(DataQueries.Outcome.WRITTEN);
      assertThatThrownBy(() -> queries.write(ANNA, "myositis", 1, 3, "Wait.", DataQuery.State.OPEN))
          .isInstanceOf(AccessDenied.class);

      DataQuery query = queries.find(ANNA, "myositis", 1).orElseThrow();
      assertThat(query.state()).isEqualTo(DataQuery.State.CLOSED);
      assertThat(query.about()).isEqualTo(HAQ);
      assertThat(query.messages())
          .extracting(DataQuery.Message::account, DataQuery.Message::message)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("a-dora", "Is 1.5 right?"),
              org.assertj.core.groups.Tuple.tuple("a-anna", "Yes."),
              org.assertj.core.groups.Tuple.tuple("a-dora", "Thank you."));
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
      assertThat(
              database.<Integer>read(handle ->
                  handle
                      .createQuery("SELECT count(*) FROM audit_entry WHERE action = 'query'")
                      .mapTo(Integer.class)
                      .one()))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aThreadThatMovedOnIsReadBeforeItIsWrittenIn(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      registry(database);
      DataQueries queries = new DataQueries(database, CLOCK);
      queries.open(MANAGER, HAQ, "Is 1.5 right?");
      queries.write(ANNA, "myositis", 1, 1, "Yes.", DataQuery.State.ANSWERED);
      assertThat(queries.write(BRUNO, "myositis", 1, 1, "No.", DataQuery.State.ANSWERED))
          .isEqualTo(DataQueries.Outcome.THREAD_MOVED_ON);
      assertThat(queries.find(BRUNO, "myositis", 1).orElseThrow().messages()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anotherCentresQueriesAreNotThere(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      registry(database);
      DataQueries queries = new DataQueries(database, CLOCK);
      assertThat(queries.open(STRANGER, HAQ, "What is this?")).isEmpty();
      queries.open(MANAGER, HAQ, "Is 1.5 right?");
      queries.open(ANNA, HAQ, "And the date?");
      assertThat(queries.find(STRANGER, "myositis", 1)).isEmpty();
      assertThat(queries.list(STRANGER, "myositis", null, false)).isEmpty();
      assertThat(queries.of(STRANGER, P1)).isEmpty();
      assertThat(queries.write(STRANGER, "myositis", 1, 1, "?", DataQuery.State.CLOSED))
          .isEqualTo(DataQueries.Outcome.NOT_FOUND);
      assertThat(queries.counts(STRANGER, "myositis")).containsEntry(DataQuery.State.OPEN, 0);
      assertThat(queries.counts(MANAGER, "myositis")).containsEntry(DataQuery.State.OPEN, 2);
      assertThat(queries.list(ANNA, "myositis", DataQuery.State.OPEN, true))
          .extracting(DataQuery::number)
          .containsExactly(2L);
      assertThatThrownBy(() -> queries.open(VIEWER, HAQ, "May I?"))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aSignatureHoldsUntilTheVisitChanges(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = registry(database);
      Signatures signatures = new Signatures(database, CLOCK);
      assertThat(signatures.sign(ANNA, P1, "V1", 7, "Anna Rossi", Signatures.Meaning.REVIEWED))
          .isEqualTo(Signatures.Outcome.CHANGED_SINCE);
      assertThat(signatures.sign(STRANGER, P1, "V1", 1, "Carla", Signatures.Meaning.REVIEWED))
          .isEqualTo(Signatures.Outcome.NOT_FOUND);
      assertThat(signatures.sign(ANNA, P1, "V1", 1, "Anna Rossi", Signatures.Meaning.REVIEWED))
          .isEqualTo(Signatures.Outcome.SIGNED);
      assertThat(signatures.of(VIEWER, P1))
          .containsExactly(
              new Signatures.Signature(
                  "V1",
                  1,
                  "a-anna",
                  "Anna Rossi",
                  Signatures.Meaning.REVIEWED,
                  "2026-11-22T10:42:07Z",
                  true));

      RowChange other = put("events", "E1", "patient", "P1", "kind", "flare");
      store.save(BRUNO, SaveRequest.of(P1, 1, List.of(other), ""));
      assertThat(signatures.of(VIEWER, P1, "V1").getFirst().holds()).isTrue();
      store.save(BRUNO, SaveRequest.of(P1, 2, List.of(visit("2")), "misread"));
      assertThat(signatures.of(VIEWER, P1, "V1").getFirst().holds()).isFalse();
      assertThat(store.history(VIEWER, P1, "visits", "V1")).hasSize(2);
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aLockedPatientTakesNoChangeUntilItIsUnlocked(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      PatientStore store = registry(database);
      PatientLock lock = new PatientLock(database, CLOCK);
      assertThatThrownBy(() -> lock.set(ANNA, P1, 1, true, "done"))
          .isInstanceOf(AccessDenied.class);
      assertThatThrownBy(() -> lock.set(MANAGER, P1, 1, true, " "))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(lock.set(STRANGER, P1, 1, true, "done")).isEqualTo(PatientLock.Outcome.NOT_FOUND);
      assertThat(lock.set(MANAGER, P1, 0, true, "done"))
          .isEqualTo(PatientLock.Outcome.CHANGED_SINCE);
      assertThat(lock.set(MANAGER, P1, 1, true, "data base closed"))
          .isEqualTo(PatientLock.Outcome.DONE);
      assertThat(lock.set(MANAGER, P1, 2, true, "again")).isEqualTo(PatientLock.Outcome.ALREADY);
      assertThat(lock.of(VIEWER, P1))
          .hasValue(
              new PatientLock.Locked("a-dora", "2026-11-22T10:42:07.123Z", "data base closed"));

      assertThat(store.find(VIEWER, P1).orElseThrow().revision()).isEqualTo(2);
      SaveResult refused = store.save(ANNA, SaveRequest.of(P1, 2, List.of(visit("2")), "misread"));
      assertThat(((SaveResult.Refused) refused).problems().getFirst().problem().code())
          .isEqualTo("patient-locked");
      lock.set(MANAGER, P1, 2, false, "one value to correct");
      assertThat(lock.of(VIEWER, P1)).isEmpty();
      assertThat(store.save(ANNA, SaveRequest.of(P1, 3, List.of(visit("2")), "misread")))
          .isEqualTo(new SaveResult.Saved(4));
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
    }
  }
}
