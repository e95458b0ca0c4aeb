package org.myocohort.paper.document;

/// Lines to be typed or run as they stand, such as commands.
public record CodeBlock(String text) implements Block {}
