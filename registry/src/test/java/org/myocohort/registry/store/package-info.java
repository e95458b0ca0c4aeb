/// Both databases: what they promise.
@NullMarked
package org.myocohort.registry.store;

import org.jspecify.annotations.NullMarked;
