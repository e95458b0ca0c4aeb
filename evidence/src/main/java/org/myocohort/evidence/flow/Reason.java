package org.myocohort.evidence.flow;

/// A reason why something was left out, in the words of the review, and how often.
public record Reason(String text, Count count) {}
