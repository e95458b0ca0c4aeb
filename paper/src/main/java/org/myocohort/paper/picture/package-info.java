/// A figure of the module `figures` as a vector drawing in a PDF and as a picture of 600 dots per
/// inch, without the machine's fonts.
@NullMarked
package org.myocohort.paper.picture;

import org.jspecify.annotations.NullMarked;
