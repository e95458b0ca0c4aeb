/// Signing in by password, and the one-time links behind which a password is chosen.
@NullMarked
package org.myocohort.app.web.login;

import org.jspecify.annotations.NullMarked;
