package org.myocohort.registry.backup;

/// A plain file in a backup.
///
/// @param name with slashes; the first part is that of its [PlainFolder]
/// @param bytes its size
/// @param sha256 of its bytes
public record StoredFile(String name, long bytes, String sha256) {}
