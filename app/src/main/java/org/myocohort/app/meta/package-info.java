/// Pools a table of studies: `myocohort meta`.
@NullMarked
package org.myocohort.app.meta;

import org.jspecify.annotations.NullMarked;
