package org.myocohort.evidence.flow;

import org.jspecify.annotations.Nullable;

/// What the version before an update had included.
///
/// @param studies studies included in the previous version
/// @param reports reports of them; null where there is no such line
public record PreviousVersion(Count studies, @Nullable Count reports) {}
