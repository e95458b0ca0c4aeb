/// Whether small studies differ from large ones: tests and a correction, from ten studies on.
@NullMarked
package org.myocohort.statistics.meta.smallstudy;

import org.jspecify.annotations.NullMarked;
