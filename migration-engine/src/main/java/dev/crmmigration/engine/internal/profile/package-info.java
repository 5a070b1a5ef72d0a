/** Tells what a snapshot holds before anything is planned: fields and their values, links, tags, standing, files. */
@NullMarked
package dev.crmmigration.engine.internal.profile;

import org.jspecify.annotations.NullMarked;
