/// Files in and out: plain tables of a study folder, read into patient records and written back
/// byte for byte.
@NullMarked
package org.myocohort.exchange;

import org.jspecify.annotations.NullMarked;
