/// The PRISMA 2020 flow diagram as a figure, a table and sums in words, and the checklist.
///
/// Source: Page MJ et al. The PRISMA 2020 statement. BMJ 2021;372:n71 (CC BY 4.0).
@NullMarked
package org.myocohort.app.review.flow;

import org.jspecify.annotations.NullMarked;
