/** Bodies and files of exports: what is unsafe in them, what they refer to, what is missing. */
@NullMarked
package dev.crmmigration.toolkit.bodies;

import org.jspecify.annotations.NullMarked;
