package dev.crmmigration.connector.nextcrm.plugin;

/** A cell is not what a setting says of its column. */
final class CellRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;

    CellRefusedException(String column, CellShape shape) {
        super("type: the cell is no " + shape.word()
                + ", as setting 'fieldTypes' says of its column. Correct one of them");
        this.column = column;
    }

    String column() {
        return column;
    }

    String rule() {
        return String.valueOf(getMessage());
    }
}
