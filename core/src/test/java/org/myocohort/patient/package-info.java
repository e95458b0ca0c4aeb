@NullMarked
package org.myocohort.patient;

import org.jspecify.annotations.NullMarked;
