/** NextCRM to Pipedrive from a real PostgreSQL to the simulated account, from the first step to the last. */
@NullMarked
package dev.crmmigration.examples.cli.nextcrm;

import org.jspecify.annotations.NullMarked;
