@NullMarked
package org.myocohort.app.serve;

import org.jspecify.annotations.NullMarked;
