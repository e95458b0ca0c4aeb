/// Draws figures as SVG text: axes, lanes, panels, and marks that name the row they show. The same
/// input gives the same bytes on every machine: no AWT, no fonts needed.
///
/// What a figure shows belongs to its caller; nothing here knows a subject matter.
@NullMarked
package org.myocohort.figures;

import org.jspecify.annotations.NullMarked;
