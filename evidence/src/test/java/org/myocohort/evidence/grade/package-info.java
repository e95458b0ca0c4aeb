@NullMarked
package org.myocohort.evidence.grade;

import org.jspecify.annotations.NullMarked;
