package dev.crmmigration.api.mapping;

/**
 * Something that cannot arrive as it was, declared before the run.
 *
 * @param field the field at the source or destination, in people's words
 * @param reason why not
 * @param substitute where it goes instead, or what becomes of it
 */
public record Loss(String field, String reason, String substitute) {}
