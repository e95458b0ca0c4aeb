/// Draws figures as SVG text. The same input gives the same bytes on every machine: no AWT, no
/// fonts needed.
@NullMarked
package org.myocohort.figures;

import org.jspecify.annotations.NullMarked;
