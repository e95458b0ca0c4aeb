@org.jspecify.annotations.NullMarked
package org.myocohort.care.taper;
