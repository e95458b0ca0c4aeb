package org.myocohort.evidence.record;

/// Somebody who wrote, or a group.
///
/// @param family family name with its particles; the whole name of a group
/// @param given given names or initials as exported; empty of a group or where not given
/// @param group whether it is a group that signs as one
public record Author(String family, String given, boolean group) {
  public Author {
    if (family.isBlank()) {
      throw new IllegalArgumentException("an author has a name");
    }
  }

  /// A person of whom the family name is known, and perhaps given names or initials.
  public static Author person(String family, String given) {
    return new Author(family, given, false);
  }

  /// A group, a society, a consortium.
  public static Author group(String name) {
    return new Author(name, "", true);
  }
}
