/** How the records of one platform become the records of another: rows, parts, expressions, choices. */
@NullMarked
package dev.crmmigration.api.mapping;

import org.jspecify.annotations.NullMarked;
