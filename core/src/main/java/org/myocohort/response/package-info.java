/// How a patient responded: the 2016 ACR/EULAR total improvement score, the 2004 IMACS definition
/// of improvement, worsening, and both over time against a stated baseline.
@NullMarked
package org.myocohort.response;

import org.jspecify.annotations.NullMarked;
