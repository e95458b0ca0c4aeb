@NullMarked
package org.myocohort.evidence.link;

import org.jspecify.annotations.NullMarked;
