/// The `demo` command: the main job on the example studies, and a look at the result.
@NullMarked
package org.myocohort.app.demo;

import org.jspecify.annotations.NullMarked;
