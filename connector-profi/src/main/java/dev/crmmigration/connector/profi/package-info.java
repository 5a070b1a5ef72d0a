/** Profi as a source: the export bundle of a workspace, and what becomes of it on other platforms. */
@NullMarked
package dev.crmmigration.connector.profi;

import org.jspecify.annotations.NullMarked;
