/// Macrophage activation and haemophagocytic syndromes: the HScore and the 2016 classification of
/// macrophage activation syndrome.
@NullMarked
package org.myocohort.hyperinflammation;

import org.jspecify.annotations.NullMarked;
