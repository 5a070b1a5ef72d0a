/** What a later generation of the source changes, and how the records stand at the destination that it changes. */
@NullMarked
package dev.crmmigration.engine.internal.survey;

import org.jspecify.annotations.NullMarked;
