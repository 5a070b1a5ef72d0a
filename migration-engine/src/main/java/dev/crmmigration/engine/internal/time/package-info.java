/** The only place that reads the system's clock and lets a thread sleep. */
@NullMarked
package dev.crmmigration.engine.internal.time;

import org.jspecify.annotations.NullMarked;
