/// A document as a Word file (.docx): WordprocessingML of ISO/IEC 29500, transitional, with real
/// styles, tables and pictures.
@NullMarked
package org.myocohort.paper.word;

import org.jspecify.annotations.NullMarked;
