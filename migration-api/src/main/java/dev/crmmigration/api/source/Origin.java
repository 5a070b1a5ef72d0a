package dev.crmmigration.api.source;

/**
 * Where an entry comes from.
 *
 * @param file the file, relative to the export, or the name of the list or table
 * @param line the first line of the row, from 1 with the header; or the position in the list
 */
public record Origin(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
