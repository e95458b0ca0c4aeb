/// Who may sign in: accounts, their one-time links and passkeys. Every change stands in the audit,
/// which knows an account by a random id.
@NullMarked
package org.myocohort.registry.account;

import org.jspecify.annotations.NullMarked;
