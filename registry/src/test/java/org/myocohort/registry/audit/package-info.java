/// What verification finds.
@NullMarked
package org.myocohort.registry.audit;

import org.jspecify.annotations.NullMarked;
