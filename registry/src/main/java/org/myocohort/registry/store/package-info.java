/// Where everything is kept: SQLite in a folder, or PostgreSQL. Connections, transactions,
/// migrations.
@NullMarked
package org.myocohort.registry.store;

import org.jspecify.annotations.NullMarked;
