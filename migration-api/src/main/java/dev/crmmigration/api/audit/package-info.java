/** Where the trail of everything that a migration did goes. */
@NullMarked
package dev.crmmigration.api.audit;

import org.jspecify.annotations.NullMarked;
