/// What survives kill -9, a full disk and a read-only one.
@NullMarked
package org.myocohort.registry.durability;

import org.jspecify.annotations.NullMarked;
