/// Imports: a file's columns become rows by a mapping, a dry run shows what each row would do,
/// applying does it whole or not at all, and an import can be undone.
@NullMarked
package org.myocohort.registry.importing;

import org.jspecify.annotations.NullMarked;
