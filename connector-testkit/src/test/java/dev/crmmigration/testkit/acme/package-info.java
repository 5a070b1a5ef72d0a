/** What a partner writes to test a connector with the kit, from outside of it; shown in the documentation. */
@NullMarked
package dev.crmmigration.testkit.acme;

import org.jspecify.annotations.NullMarked;
