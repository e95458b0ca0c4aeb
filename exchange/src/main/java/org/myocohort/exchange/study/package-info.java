/// The study folder: plain tables that become patient records, and records that become tables.
@NullMarked
package org.myocohort.exchange.study;

import org.jspecify.annotations.NullMarked;
