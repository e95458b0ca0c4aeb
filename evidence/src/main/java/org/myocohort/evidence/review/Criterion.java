package org.myocohort.evidence.review;

/// A reason to exclude, as the review names it.
///
/// @param code by which decisions name it
/// @param text in words, for reviewers and for the diagram
public record Criterion(String code, String text) {}
