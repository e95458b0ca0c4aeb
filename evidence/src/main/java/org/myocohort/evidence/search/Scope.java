package org.myocohort.evidence.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Where a term is looked for.
///
/// @param code as the dialect writes it, such as `tiab`; empty where the string names no field
/// @param fields what that code covers
public record Scope(String code, Set<Field> fields) {
  /// Where a string names no field.
  public static final Scope DEFAULT = new Scope("", EnumSet.of(Field.ANY));

  public Scope {
    fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
  }

  boolean isDefault() {
    return code.isEmpty();
  }
}
