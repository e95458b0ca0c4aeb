/// The patient library: pages in plain words, English and Italian, each sentence with its source.
///
/// The pages are Markdown files beside this package, listed in `library.csv`; a sentence ends with
/// the key of the place it rests on, which `sources.csv` resolves to a source of this module.
@NullMarked
package org.myocohort.care.library;

import org.jspecify.annotations.NullMarked;
