/** Who is who in exports that lost their keys: addresses, synthetic ids, aliases, references. */
@NullMarked
package dev.crmmigration.toolkit.identity;

import org.jspecify.annotations.NullMarked;
