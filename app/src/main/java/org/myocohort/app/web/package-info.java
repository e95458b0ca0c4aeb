/// The application in the browser: how it starts, who asks, the frame that every page stands in,
/// and what is shown when something fails. Each feature has a package of its own beneath.
@NullMarked
package org.myocohort.app.web;

import org.jspecify.annotations.NullMarked;
