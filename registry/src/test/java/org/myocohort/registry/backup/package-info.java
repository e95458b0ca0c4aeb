/// Backup and restore, between both databases.
@NullMarked
package org.myocohort.registry.backup;

import org.jspecify.annotations.NullMarked;
