/// What a patient was given and how much of it: doses a day, glucocorticoids as prednisone, and
/// what was added or raised since a baseline.
@NullMarked
package org.myocohort.treatment;

import org.jspecify.annotations.NullMarked;
