package dev.crmmigration.connector.kartra;

/**
 * A column of a file and the field that it fills.
 *
 * @param index its position
 * @param header as written
 * @param key the key of the field
 * @param kind how its cells are read
 * @param currency the currency that the header names, or empty text
 */
record BoundColumn(int index, String header, String key, CellKind kind, String currency) {

    boolean isCustom() {
        return kind == CellKind.CUSTOM;
    }
}
