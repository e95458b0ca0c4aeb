@org.jspecify.annotations.NullMarked
package org.myocohort.evidence.pool;
