package dev.crmmigration.connector.nextcrm.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A business that does not exist: machines sold to firms that do not exist either. Everything about it follows from the
 * number of its contacts.
 *
 * @param contacts how many contacts its database holds, a multiple of 400
 */
public record InventedBusiness(int contacts) {

    public InventedBusiness {
        if (contacts < 400 || contacts % 400 != 0) {
            throw new IllegalArgumentException("the number of contacts must be a multiple of 400 but was " + contacts);
        }
    }

    /** Returns the SQL that puts it into empty tables. */
    List<String> statements() {
        try (InputStream in = InventedBusiness.class.getResourceAsStream("business.sql")) {
            if (in == null) {
                throw new IllegalStateException("there is no business.sql");
            }
            String text =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll(":n\\b", String.valueOf(contacts));
            return Stream.of(text.split(";\n", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the id of a record of a kind, such as {@code contact} number 7. */
    public static String id(String kind, long number) {
        byte[] digest = Md5.digest(kind + " " + number);
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < digest.length; i++) {
            id.append(i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "").append(String.format("%02x", digest[i]));
        }
        return id.toString();
    }
}
