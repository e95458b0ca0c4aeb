/// What the tests of several packages share.
@NullMarked
package org.myocohort;

import org.jspecify.annotations.NullMarked;
