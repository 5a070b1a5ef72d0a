/** What calls cost, how much of it an account may spend, and who keeps count. */
@NullMarked
package dev.crmmigration.api.budget;

import org.jspecify.annotations.NullMarked;
