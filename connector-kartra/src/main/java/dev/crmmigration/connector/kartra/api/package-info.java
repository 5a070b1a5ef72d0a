/** Asks Kartra's API, which lists no contacts, about single ones: reads only. For the connector alone. */
@NullMarked
package dev.crmmigration.connector.kartra.api;

import org.jspecify.annotations.NullMarked;
