/// Exports: a study as it stands, or without what tells who its patients are; consent is checked
/// either way.
@NullMarked
package org.myocohort.registry.exporting;

import org.jspecify.annotations.NullMarked;
