@NullMarked
package org.myocohort.response;

import org.jspecify.annotations.NullMarked;
