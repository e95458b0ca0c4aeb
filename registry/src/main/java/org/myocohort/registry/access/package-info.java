/// Who may do what: roles, centres, and the actor on whose behalf something is done.
@NullMarked
package org.myocohort.registry.access;

import org.jspecify.annotations.NullMarked;
