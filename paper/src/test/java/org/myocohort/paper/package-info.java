@NullMarked
package org.myocohort.paper;

import org.jspecify.annotations.NullMarked;
