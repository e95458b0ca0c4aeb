package org.myocohort.care.taper;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Truth;

/// A dose as far as it is known.
///
/// @param least mg of prednisone a day, at least
/// @param most mg of prednisone a day, at most; null where nothing limits it
/// @param below whether the dose is below `most`, as where `<10` was recorded
public record DoseBounds(BigDecimal least, @Nullable BigDecimal most, boolean below) {

  public static final DoseBounds UNKNOWN = new DoseBounds(BigDecimal.ZERO, null);

  public DoseBounds {
    if (least.signum() < 0 || (most != null && most.compareTo(least) < 0)) {
      throw new IllegalArgumentException(
          "a dose must be at least 0 and its bounds in order, was " + least + " and " + most);
    }
  }

  public DoseBounds(BigDecimal least, @Nullable BigDecimal most) {
    this(least, most, false);
  }

  public static DoseBounds of(BigDecimal dose) {
    return new DoseBounds(dose, dose);
  }

  public boolean isExact() {
    return most != null && least.compareTo(most) == 0;
  }

  /// Whether the dose is certainly none.
  public boolean isZero() {
    return most != null && most.signum() == 0;
  }

  public Truth isLessThan(BigDecimal limit) {
    if (most != null) {
      int compared = most.compareTo(limit);
      if (compared < 0 || (compared == 0 && below)) {
        return Truth.TRUE;
      }
    }
    return least.compareTo(limit) >= 0 ? Truth.FALSE : Truth.UNKNOWN;
  }

  /// Whether the dose can be this one.
  public boolean allows(BigDecimal dose) {
    if (least.compareTo(dose) > 0) {
      return false;
    }
    return most == null || most.compareTo(dose) > 0 || (most.compareTo(dose) == 0 && !below);
  }

  /// Whatever either can be.
  DoseBounds or(DoseBounds other) {
    BigDecimal lower = least.min(other.least);
    if (most == null || other.most == null) {
      return new DoseBounds(lower, null);
    }
    int compared = most.compareTo(other.most);
    return new DoseBounds(
        lower,
        most.max(other.most),
        compared == 0 ? below && other.below : compared > 0 ? below : other.below);
  }

  DoseBounds plus(DoseBounds other) {
    return most == null || other.most == null
        ? new DoseBounds(least.add(other.least), null)
        : new DoseBounds(least.add(other.least), most.add(other.most), below || other.below);
  }

  boolean sameAs(DoseBounds other) {
    if (least.compareTo(other.least) != 0 || below != other.below) {
      return false;
    }
    if (most == null || other.most == null) {
      return most == null && other.most == null;
    }
    return most.compareTo(other.most) == 0;
  }
}
