/// Passkeys: adding, removing and signing in with them.
@NullMarked
package org.myocohort.app.web.passkey;

import org.jspecify.annotations.NullMarked;
