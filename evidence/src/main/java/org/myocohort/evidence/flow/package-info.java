/// The PRISMA 2020 flow of a review: the number in every box of the diagram, and the arithmetic
/// that ties them together.
///
/// Source: Page MJ et al. The PRISMA 2020 statement. BMJ 2021;372:n71, doi 10.1136/bmj.n71, figure
/// 1 and its template for updated reviews (CC BY 4.0).
@NullMarked
package org.myocohort.evidence.flow;

import org.jspecify.annotations.NullMarked;
