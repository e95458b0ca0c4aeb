/// A document of headings, text, tables and pictures, as values: what Word, Excel and PDF files are
/// written from. It knows no file format.
@NullMarked
package org.myocohort.paper.document;

import org.jspecify.annotations.NullMarked;
