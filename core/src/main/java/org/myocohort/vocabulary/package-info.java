/// The words of the field with their codes and synonyms: drugs, antibodies, findings, measured
/// quantities. Each list is one data file; adding a word means adding a line there.
@NullMarked
package org.myocohort.vocabulary;

import org.jspecify.annotations.NullMarked;
