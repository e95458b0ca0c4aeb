/// How an interstitial lung disease goes on: progressive pulmonary fibrosis.
@NullMarked
package org.myocohort.lung;

import org.jspecify.annotations.NullMarked;
