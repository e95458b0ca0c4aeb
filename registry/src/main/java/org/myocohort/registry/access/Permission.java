package org.myocohort.registry.access;

/// One thing that a role may do.
public enum Permission {
  /// Read patients.
  VIEW,
  /// Enter and correct patients' data, always with a reason for a correction.
  EDIT,
  /// Open queries and write in their threads.
  QUERY,
  /// Close and reopen queries.
  CLOSE_QUERY,
  /// Sign a visit as reviewed.
  SIGN,
  /// Lock and unlock a patient's data.
  LOCK,
  /// Make reports and take out de-identified data.
  ANALYSE,
  /// Import files and undo imports.
  IMPORT,
  /// Take out data as they stand.
  EXPORT,
  /// See and enter names, birth dates and hospital numbers.
  IDENTITY,
  /// Destroy a patient's identity for good.
  ERASE_IDENTITY,
  /// Read the audit.
  AUDIT,
  /// Make and change accounts.
  ACCOUNTS,
  /// Make studies and change their settings.
  STUDIES,
  /// Import the records of clinical trials.
  TRIALS,
  /// Begin systematic reviews, take in exports, decide on records.
  REVIEW
}
