/// The `instruments` command: what is implemented, its citation, and what is verified of it.
@NullMarked
package org.myocohort.app.instruments;

import org.jspecify.annotations.NullMarked;
