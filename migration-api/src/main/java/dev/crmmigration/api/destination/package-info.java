/** What a platform implements so that records can be written to it, read back and taken away again. */
@NullMarked
package dev.crmmigration.api.destination;

import org.jspecify.annotations.NullMarked;
