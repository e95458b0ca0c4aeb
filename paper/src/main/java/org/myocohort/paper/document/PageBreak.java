package org.myocohort.paper.document;

/// What follows begins a new page.
public record PageBreak() implements Block {}
