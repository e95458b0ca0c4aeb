package org.myocohort.paper.document;

/// A short form used in a table, and what it stands for.
public record Abbreviation(String shortForm, String meaning) {}
