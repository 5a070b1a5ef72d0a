package dev.crmmigration.api.source;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/**
 * An export that a person makes by hand.
 *
 * @param object what it holds
 * @param file what people call its file, such as {@code transactions}
 * @param screen where it is found, click by click, such as {@code Contacts > All contacts > Export to CSV}
 * @param columns the columns that the file should have, under the names that the platform gives them
 * @param rowsPerFile how many rows one export holds at most; 0 if there is no limit
 * @param required whether nothing can move without it
 * @param note what else the person has to know; may be empty
 */
public record ExportScreen(
        ObjectType object,
        String file,
        String screen,
        List<String> columns,
        long rowsPerFile,
        boolean required,
        String note) {

    public ExportScreen {
        columns = List.copyOf(columns);
    }

    /** Returns how many exports so many records take: at least one. */
    public long filesFor(long records) {
        return rowsPerFile <= 0 || records <= rowsPerFile ? 1 : (records + rowsPerFile - 1) / rowsPerFile;
    }
}
