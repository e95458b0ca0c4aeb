package org.myocohort.evidence.flow;

/// A name and what is said of it: an outcome and its definition, a report and why it was excluded.
public record NamedDefinition(String name, String definition) {}
