@NullMarked
package org.myocohort.app.check;

import org.jspecify.annotations.NullMarked;
