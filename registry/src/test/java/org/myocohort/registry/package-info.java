/// What the registry's tests share: both databases.
@NullMarked
package org.myocohort.registry;

import org.jspecify.annotations.NullMarked;
