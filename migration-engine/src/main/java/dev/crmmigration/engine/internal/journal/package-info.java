/** What is owed, what was sent, what became of it: durable before and after every call. */
@NullMarked
package dev.crmmigration.engine.internal.journal;

import org.jspecify.annotations.NullMarked;
