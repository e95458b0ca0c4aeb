package org.myocohort.app.web.patient;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.app.web.entry.People;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientHeads.Head;
import org.myocohort.registry.review.DataQueries;
import org.myocohort.registry.review.DataQuery;
import org.myocohort.registry.review.PatientLock;
import org.myocohort.registry.review.Signatures;
import org.springframework.stereotype.Component;

/// What people said of a patient beside its rows: questions, signatures, a lock.
///
/// @param queries those not closed, the first first
/// @param signatures those that hold, by the visit's row
/// @param lock who locked the patient, when and why, or null
public record PatientReview(
    List<Asked> queries, TreeMap<String, List<Signed>> signatures, @Nullable Lock lock) {
  /// A question that is not closed.
  ///
  /// @param about the row and the value, in words
  /// @param state its code
  public record Asked(long number, String about, String state) {}

  /// A signature that holds.
  public record Signed(String name, String meaning, String day) {}

  /// How the patient came to be locked.
  public record Lock(String name, String day, String reason) {}

  @Component
  record Stores(DataQueries queries, Signatures signatures, PatientLock locks, People people) {}

  static PatientReview of(Stores stores, Actor actor, Head head, Texts texts) {
    TreeMap<String, List<Signed>> signed = new TreeMap<>();
    stores.signatures().of(actor, head.key()).stream()
        .filter(Signatures.Signature::holds)
        .forEach(each ->
            signed.merge(
                each.visit(),
                List.of(new Signed(each.printedName(), each.meaning().code(), day(each.at()))),
                PatientReview::both));
    return new PatientReview(
        stores.queries().of(actor, head.key()).stream()
            .filter(query -> query.state() != DataQuery.State.CLOSED)
            .map(query -> asked(query, texts))
            .toList(),
        signed,
        stores
            .locks()
            .of(actor, head.key())
            .map(lock ->
                new Lock(stores.people().name(texts, lock.actor()), day(lock.at()), lock.reason()))
            .orElse(null));
  }

  /// The signatures of a visit that hold; none of one that nobody signed.
  public List<Signed> of(String visit) {
    return Objects.requireNonNullElse(signatures.get(visit), List.of());
  }

  private static Asked asked(DataQuery query, Texts texts) {
    DataQuery.About about = query.about();
    String row = Labels.row(texts, about.table(), about.row());
    return new Asked(
        query.number(),
        about.column().isEmpty()
            ? row
            : row + ": " + Labels.column(texts, about.table(), about.column()),
        query.state().code());
  }

  private static List<Signed> both(List<Signed> some, List<Signed> others) {
    return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
  }

  private static String day(String at) {
    return at.substring(0, 10);
  }
}
