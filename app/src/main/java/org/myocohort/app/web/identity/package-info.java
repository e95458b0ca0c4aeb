/// Who patients are: the page, and the search by hospital number.
@NullMarked
package org.myocohort.app.web.identity;

import org.jspecify.annotations.NullMarked;
