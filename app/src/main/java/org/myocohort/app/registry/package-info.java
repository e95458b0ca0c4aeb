/// What the commands around the registry share.
@NullMarked
package org.myocohort.app.registry;

import org.jspecify.annotations.NullMarked;
