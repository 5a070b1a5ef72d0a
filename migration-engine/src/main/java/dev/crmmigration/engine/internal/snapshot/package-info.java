/** The frozen copy of the source: extracted once, page by page, then read by every later step. */
@NullMarked
package dev.crmmigration.engine.internal.snapshot;

import org.jspecify.annotations.NullMarked;
