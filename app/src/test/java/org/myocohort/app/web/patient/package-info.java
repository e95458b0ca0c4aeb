@NullMarked
package org.myocohort.app.web.patient;

import org.jspecify.annotations.NullMarked;
