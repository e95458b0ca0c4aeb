package org.myocohort.care.library;

import org.myocohort.care.source.Source;

/// A place in a source on which a statement rests.
///
/// @param key how statements name it, such as `guide-faq`
/// @param source the text, always one that was read
/// @param place where in the text
public record Citation(String key, Source source, String place) {}
