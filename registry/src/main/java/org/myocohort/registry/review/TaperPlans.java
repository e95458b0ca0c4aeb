package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// Taper plans of patients. A plan is not what was taken, so it is no row of the record and makes
/// no revision; each change is a version of its own with an entry of the audit, and none is lost.
public final class TaperPlans {
  private static final String ACTION = "taper-plan";
  private static final String STEP_END = "\n";
  private static final String FIELD_END = "\t";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public TaperPlans(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// A step, as the plan's own text.
  ///
  /// @param from its first day, such as `2026-01-01`
  /// @param dose mg a day
  /// @param reason why the dose goes up, or empty
  public record Step(String from, String dose, String reason) {
    public Step {
      reason = reason.replaceAll("\\s+", " ").strip();
      if (!from.matches("\\S+") || !dose.matches("\\S+")) {
        throw new IllegalArgumentException("a step needs a day and a dose: " + from + " " + dose);
      }
    }
  }

  /// A plan as it was kept.
  ///
  /// @param version counted from 1
  /// @param weightKg that the first dose came from, or empty
  /// @param account who kept it
  /// @param at when, in UTC
  public record Kept(long version, String weightKg, List<Step> steps, String account, String at) {
    public Kept {
      steps = List.copyOf(steps);
    }
  }

  /// What became of it.
  public enum Outcome {
    DONE,
    /// The same plan stood already; nothing was written.
    ALREADY,
    /// Somebody kept another plan since; look again.
    CHANGED_SINCE,
    /// The patient is locked.
    LOCKED,
    /// There is no such patient that the actor may see.
    NOT_FOUND
  }

  /// Keeps a plan as the next version.
  ///
  /// @param expected the version that the actor has seen, 0 for none
  public Outcome keep(
      Actor actor, PatientKey key, long expected, String weightKg, List<Step> steps) {
    actor.demand(Permission.EDIT);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a step");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String text = text(steps);
    return database.write(handle -> {
      PatientHead head = PatientHead.find(handle, key, database.forUpdate()).orElse(null);
      if (head == null || !actor.seesCentre(head.centre())) {
        return Outcome.NOT_FOUND;
      }
      if (head.locked()) {
        return Outcome.LOCKED;
      }
      Kept last = last(handle, key).orElse(null);
      long version = last == null ? 0 : last.version();
      if (last != null && last.weightKg().equals(weightKg) && text(last.steps()).equals(text)) {
        return Outcome.ALREADY;
      }
      if (version != expected) {
        return Outcome.CHANGED_SINCE;
      }
      handle.execute(
          "INSERT INTO taper_plan (study, patient, version, weight_kg, steps, account, at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          key.study(),
          key.id(),
          version + 1,
          weightKg,
          text,
          actor.account(),
          now.toString());
      SortedMap<String, Object> detail = new TreeMap<>();
      detail.put("version", version + 1);
      detail.put("steps", (long) steps.size());
      detail.put("plan", Sha256.of(weightKg + STEP_END + text));
      audit.append(
          handle,
          new AuditEvent(actor.account(), ACTION, key.study(), key.id(), 0, "", detail),
          now);
      return Outcome.DONE;
    });
  }

  /// The plan that holds; empty where there is none, or none that the actor may see.
  public Optional<Kept> of(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database.read(handle ->
        PatientHead.centre(handle, key).filter(actor::seesCentre).isPresent()
            ? last(handle, key)
            : Optional.empty());
  }

  private static Optional<Kept> last(Handle handle, PatientKey key) {
    return handle
        .createQuery(
            "SELECT version, weight_kg, steps, account, at FROM taper_plan"
                + " WHERE study = ? AND patient = ? ORDER BY version DESC LIMIT 1")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) ->
            new Kept(
                row.getLong(1),
                row.getString(2),
                steps(row.getString(3)),
                row.getString(4),
                row.getString(5)))
        .findOne();
  }

  private static String text(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append(step.from())
          .append(FIELD_END)
          .append(step.dose())
          .append(FIELD_END)
          .append(step.reason())
          .append(STEP_END);
    }
    return text.toString();
  }

  private static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    text.lines()
        .forEach(line -> {
          String[] fields = line.split(FIELD_END, -1);
          steps.add(new Step(fields[0], fields[1], fields[2]));
        });
    return steps;
  }
}
