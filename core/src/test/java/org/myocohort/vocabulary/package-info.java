@NullMarked
package org.myocohort.vocabulary;

import org.jspecify.annotations.NullMarked;
