/// The pages that bring files into a study and take a study out.
@NullMarked
package org.myocohort.app.web.transfer;

import org.jspecify.annotations.NullMarked;
