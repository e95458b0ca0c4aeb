/// The list of a study's patients: search, filters, order, page by page.
@NullMarked
package org.myocohort.app.web.patients;

import org.jspecify.annotations.NullMarked;
