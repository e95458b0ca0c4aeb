package org.myocohort.evidence.flow;

/// One database, register or other place, and the records that it gave.
///
/// @param name such as Embase
public record Source(SourceKind kind, String name, Count count) {}
