package org.myocohort.figures;

import org.jspecify.annotations.Nullable;

/// What every mark says of itself: a title for the reader who points at it, the row that it shows.
///
/// @param title what the mark shows, in words, with its value; not blank
/// @param row the reference of the row that it shows, such as `table/row/column`
/// @param href the place in the same page that opens on a click, beginning with `#`, if any
public record Mark(String title, String row, @Nullable String href) {
  public Mark {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a mark needs a title; row '" + row + "' has none");
    }
    if (row.isBlank()) {
      throw new IllegalArgumentException("a mark needs its row; '" + title + "' has none");
    }
    if (href != null && !href.startsWith("#")) {
      throw new IllegalArgumentException(
          "the link of mark '" + title + "' must stay in the page (#…) but was '" + href + "'");
    }
  }

  /// A mark without a link.
  public static Mark of(String title, String row) {
    return new Mark(title, row, null);
  }

  /// The same mark, opening a place in the same page such as `#row-12`.
  public Mark linkedTo(String fragment) {
    return new Mark(title, row, fragment);
  }

  private Svg group() {
    return Svg.element("g").set("data-row", row).add(Svg.element("title").content(title));
  }

  /// The mark drawn by the given shapes, clickable where it has a link.
  public Svg draw(Svg... shapes) {
    Svg group = group();
    Svg holder = href == null ? group : Svg.element("a").set("href", href);
    for (Svg shape : shapes) {
      holder.add(shape);
    }
    return href == null ? group : group.add(holder);
  }
}
