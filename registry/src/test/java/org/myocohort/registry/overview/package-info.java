/// Lists and numbers, on both databases.
@NullMarked
package org.myocohort.registry.overview;

import org.jspecify.annotations.NullMarked;
