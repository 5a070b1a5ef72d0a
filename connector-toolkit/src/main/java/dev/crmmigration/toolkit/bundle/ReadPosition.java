package dev.crmmigration.toolkit.bundle;

/**
 * Where reading an object stands.
 *
 * @param rows how many rows of the file were read
 * @param file the name of the file
 */
record ReadPosition(long rows, String file) {

    static ReadPosition parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0 || !text.substring(0, space).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a position of an export is a number of rows and the name of a file");
        }
        return new ReadPosition(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return rows + " " + file;
    }
}
