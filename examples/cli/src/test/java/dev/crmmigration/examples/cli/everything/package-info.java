/** Migrations of every object that Pipedrive can hold, against its simulator with real limits. */
@NullMarked
package dev.crmmigration.examples.cli.everything;

import org.jspecify.annotations.NullMarked;
