package org.myocohort.care.taper;

import java.math.BigDecimal;
import org.myocohort.patient.Moment;

/// Glucocorticoid stopped at once from a dose and after a time that the settings call abrupt. The
/// source `guide` says that stopping too quickly frequently triggers flares; it gives no number, so
/// the limits are this project's.
///
/// @param day the first day without
/// @param dose mg a day before
/// @param days for how many days in a row any was taken
/// @param atDeath whether the patient died then
public record AbruptStop(Moment day, BigDecimal dose, long days, boolean atDeath) {}
