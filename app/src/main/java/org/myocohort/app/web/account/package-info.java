/// Accounts: those of all, for administrators, and one's own.
@NullMarked
package org.myocohort.app.web.account;

import org.jspecify.annotations.NullMarked;
