@org.jspecify.annotations.NullMarked
package org.myocohort.app.taper;
