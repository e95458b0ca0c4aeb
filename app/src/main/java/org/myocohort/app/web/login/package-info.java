/// Signing in: by password, by passkey, by the hospital's identity provider; one-time links.
@NullMarked
package org.myocohort.app.web.login;

import org.jspecify.annotations.NullMarked;
