/// The charts of a paper: each a record of data and texts that draws itself.
///
/// Every text is the caller's, so a chart speaks the language of its page. Colours come with a
/// symbol, a dash or a hatching, so that a chart can be read in grey. What is missing is not drawn,
/// or drawn as missing; never as 0.
@NullMarked
package org.myocohort.figures.chart;

import org.jspecify.annotations.NullMarked;
