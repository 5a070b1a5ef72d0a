package dev.crmmigration.toolkit.tabular;

/**
 * How a file separates its cells.
 *
 * @param delimiter what stands between cells
 * @param backslash whether a backslash stands before a quote within quotes, instead of a second quote
 * @param json whether each line is a JSON object instead
 */
record Dialect(char delimiter, boolean backslash, boolean json) {}
