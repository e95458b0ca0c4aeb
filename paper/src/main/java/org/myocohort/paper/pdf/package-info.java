/// A document as a PDF file: tagged for assistive technology, with bookmarks, embedded letters,
/// figures as vectors, tables that go over pages.
@NullMarked
package org.myocohort.paper.pdf;

import org.jspecify.annotations.NullMarked;
