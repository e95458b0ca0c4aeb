/// Backup of a registry, from either database, into one file, and restore of it into either.
@NullMarked
package org.myocohort.registry.backup;

import org.jspecify.annotations.NullMarked;
