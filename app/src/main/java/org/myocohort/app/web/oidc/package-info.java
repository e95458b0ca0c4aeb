/// Signing in by a provider of OpenID Connect, where one is configured.
@NullMarked
package org.myocohort.app.web.oidc;

import org.jspecify.annotations.NullMarked;
