/// `trials`: registry records in, searched, compared, and put against patients.
@NullMarked
package org.myocohort.app.trials;

import org.jspecify.annotations.NullMarked;
