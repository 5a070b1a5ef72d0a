/** What a platform implements so that records can be read from it. */
@NullMarked
package dev.crmmigration.api.source;

import org.jspecify.annotations.NullMarked;
