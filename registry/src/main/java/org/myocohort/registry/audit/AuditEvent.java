package org.myocohort.registry.audit;

import java.util.SortedMap;
import java.util.TreeMap;

/// What is to be written into the audit. It holds no identity and no clinical value: changed rows
/// are named by table, id and the hash of their cells.
///
/// @param actor id of the account
/// @param action what was done, a code such as `save` or `sign`
/// @param study id of the study, or empty
/// @param patient pseudonym, or empty
/// @param revision the patient's revision that this made, or 0
/// @param reason why, in the actor's words, or empty
/// @param detail what else there is to say, of texts, whole numbers, lists and sorted maps
public record AuditEvent(
    String actor,
    String action,
    String study,
    String patient,
    long revision,
    String reason,
    SortedMap<String, Object> detail) {

  public AuditEvent {
    detail = new TreeMap<>(detail);
  }

  /// Something that concerns no patient.
  public static AuditEvent of(String actor, String action, SortedMap<String, Object> detail) {
    return new AuditEvent(actor, action, "", "", 0, "", detail);
  }
}
