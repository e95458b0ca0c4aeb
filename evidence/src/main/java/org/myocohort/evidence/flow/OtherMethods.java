package org.myocohort.evidence.flow;

/// The arm of other methods: websites, organisations, citation searching. It knows no title and
/// abstract.
public record OtherMethods(Identified identified, FullTexts fullTexts) {}
