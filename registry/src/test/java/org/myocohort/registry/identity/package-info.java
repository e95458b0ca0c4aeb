/// Identities, sealed and erased.
@NullMarked
package org.myocohort.registry.identity;

import org.jspecify.annotations.NullMarked;
