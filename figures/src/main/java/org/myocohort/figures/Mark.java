package org.myocohort.figures;

import org.jspecify.annotations.Nullable;

/// What every mark says of itself: a title for the reader who points at it, the row that it shows.
///
/// @param title what the mark shows, in words, with its value; not blank
/// @param row the reference of the row that it shows, such as `table/row/column`
/// @param href what opens on a click, if anything: a place in the same page, beginning with `#`, or
///   a page of the same server, beginning with a single `/`
public record Mark(String title, String row, @Nullable String href) {
  public Mark {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a mark needs a title; row '" + row + "' has none");
    }
    if (row.isBlank()) {
      throw new IllegalArgumentException("a mark needs its row; '" + title + "' has none");
    }
    if (href != null && !staysHere(href)) {
      throw new IllegalArgumentException(
          "the link of mark '"
              + title
              + "' must stay in the page (#…) or on its server (/…) but was '"
              + href
              + "'");
    }
  }

  /// A mark without a link.
  public static Mark of(String title, String row) {
    return new Mark(title, row, null);
  }

  /// The same mark, opening a place in the same page such as `#row-12`, or a page of the same
  /// server such as `/rows/12`.
  public Mark linkedTo(String place) {
    return new Mark(title, row, place);
  }

  /// Whether a link stays in its page or on its server; `//host` and `/\host` leave it.
  static boolean staysHere(String href) {
    return href.startsWith("#")
        || (href.startsWith("/") && !href.startsWith("//") && !href.startsWith("/\\"));
  }

  private Svg group() {
    return Svg.element("g").set("data-row", row).add(Svg.element("title").content(title));
  }

  /// The mark drawn by the given shapes, clickable where it has a link.
  public Svg draw(Svg... shapes) {
    Svg group = group();
    // A link needs a name of its own: the title of the group around it is none.
    Svg holder = href == null ? group : Svg.element("a").set("href", href).set("aria-label", title);
    for (Svg shape : shapes) {
      holder.add(shape);
    }
    return href == null ? group : group.add(holder);
  }
}
