/** Reports as JSON. */
@NullMarked
package dev.crmmigration.engine.internal.report;

import org.jspecify.annotations.NullMarked;
