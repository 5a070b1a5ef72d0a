package dev.crmmigration.connector.kartra.api;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for one contact.
 *
 * @param lead what the API says of it, or {@code null}
 * @param problem why it says nothing: {@code api-unknown}, {@code api-deleted} or {@code api-refused}; else empty text
 */
public record LeadAnswer(@Nullable Lead lead, String problem) {}
