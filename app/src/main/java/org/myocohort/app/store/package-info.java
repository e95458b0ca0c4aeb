/// Which database a command works on, and opening it.
@NullMarked
package org.myocohort.app.store;

import org.jspecify.annotations.NullMarked;
