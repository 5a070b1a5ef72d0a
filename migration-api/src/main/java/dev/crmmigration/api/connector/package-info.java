/** What connectors are given: settings, secrets, a clock, a way to wait, a budget. */
@NullMarked
package dev.crmmigration.api.connector;

import org.jspecify.annotations.NullMarked;
