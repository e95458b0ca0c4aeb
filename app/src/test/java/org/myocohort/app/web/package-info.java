/// What the tests of the pages share: one server, one browser.
@NullMarked
package org.myocohort.app.web;

import org.jspecify.annotations.NullMarked;
