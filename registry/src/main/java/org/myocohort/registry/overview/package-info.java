/// What stands above single patients: the list with search and filters, and a study's numbers.
/// Reads what is stored; changes nothing.
@NullMarked
package org.myocohort.registry.overview;

import org.jspecify.annotations.NullMarked;
