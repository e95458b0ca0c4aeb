/// The commands `serve` and `user`: the registry for its people, and who they are.
@NullMarked
package org.myocohort.app.serve;

import org.jspecify.annotations.NullMarked;
