/// The commands around the registry, run as a user runs them.
@NullMarked
package org.myocohort.app.registry;

import org.jspecify.annotations.NullMarked;
