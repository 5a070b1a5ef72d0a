/** Random sequences of steps over random data, against a simple model of what should be there. */
@NullMarked
package dev.crmmigration.engine.model;

import org.jspecify.annotations.NullMarked;
