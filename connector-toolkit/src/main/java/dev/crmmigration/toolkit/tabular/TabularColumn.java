package dev.crmmigration.toolkit.tabular;

/**
 * A column of a file.
 *
 * @param index its position, from 0
 * @param header as written, without byte order mark and surrounding blanks; may be empty
 * @param key the header by {@link HeaderKey}; {@code column_3} for the third if the header is empty, with {@code _2} for
 *     the second column of one key
 */
public record TabularColumn(int index, String header, String key) {}
