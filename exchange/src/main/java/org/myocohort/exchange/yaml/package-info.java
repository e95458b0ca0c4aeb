/// Files that people write by hand: YAML 1.2 of which every value is a text with its line. What is
/// wrong is said with file, line and field; all of it at once.
@NullMarked
package org.myocohort.exchange.yaml;

import org.jspecify.annotations.NullMarked;
