/** Reports as text for people: tables, lists, a progress bar. */
@NullMarked
package dev.crmmigration.examples.cli.text;

import org.jspecify.annotations.NullMarked;
