/** Field values: their stored form, their hash, their text and their order. */
@NullMarked
package dev.crmmigration.engine.internal.value;

import org.jspecify.annotations.NullMarked;
