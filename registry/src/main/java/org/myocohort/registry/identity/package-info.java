/// Names, birth dates and hospital numbers: encrypted, apart from clinical data, and erasable.
@NullMarked
package org.myocohort.registry.identity;

import org.jspecify.annotations.NullMarked;
