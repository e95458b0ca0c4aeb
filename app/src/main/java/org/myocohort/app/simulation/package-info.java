/// The `simulate` command: a myositis centre that never was, for trying the software without a
/// patient's data.
///
/// Every distribution in this package is this project's own, invented so that tables and figures
/// look like a real centre's. None is an estimate, none carries a clinical claim, and nothing may
/// be learnt about myositis or its treatment from the result.
@NullMarked
package org.myocohort.app.simulation;

import org.jspecify.annotations.NullMarked;
