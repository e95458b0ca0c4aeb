@NullMarked
package org.myocohort.app.patient;

import org.jspecify.annotations.NullMarked;
