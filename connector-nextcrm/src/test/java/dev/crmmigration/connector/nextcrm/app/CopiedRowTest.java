package dev.crmmigration.connector.nextcrm.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Against what a PostgreSQL sends. */
class CopiedRowTest {

    private static final String UUID = "00000000-0000-4000-8000-0000abcdef9f";

    /** Returns what is made of each row of a query with three columns, of which the first is a UUID. */
    private static <T> List<T> rows(String query, Function<CopiedRow, T> made) {
        List<T> all = new ArrayList<>();
        try (NextCrmDatabase database = NextCrmDatabase.empty();
                Connection connection = database.connect()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
            CopiedRow row = new CopiedRow(new boolean[] {true, false, false});
            byte[] message = copy.readFromCopy();
            int at = CopiedRow.begin(message);
            for (; message != null; message = copy.readFromCopy(), at = 0) {
                while (at >= 0 && at < message.length) {
                    at = row.take(message, at);
                    if (at > 0) {
                        all.add(made.apply(row));
                    }
                }
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsTextsAsTheyAre() {
        String query = "VALUES ('" + UUID + "'::uuid, 'Ärger €', E'a\\tb\\n\\\\N'), (NULL, '', NULL)";

        assertThat(rows(query, row -> java.util.Arrays.asList(row.text(1), row.text(2), row.text(3))))
                .containsExactly(List.of(UUID, "Ärger €", "a\tb\n\\N"), java.util.Arrays.asList(null, "", null));
    }

    @Test
    void readsMomentsAsUtc_beforeAndAfterPostgresBegan() {
        String query =
                "VALUES (NULL::uuid, '2026-08-01 09:30:05.125'::timestamp, '1969-12-31 23:59:59.999999'::timestamp),"
                        + " (NULL, '0044-03-15 00:00:00 BC', NULL)";

        assertThat(rows(query, row -> java.util.Arrays.asList(row.moment(2), row.moment(3))))
                .containsExactly(
                        List.of(
                                Instant.parse("2026-08-01T09:30:05.125Z"),
                                Instant.parse("1969-12-31T23:59:59.999999Z")),
                        java.util.Arrays.asList(Instant.parse("-0043-03-15T00:00:00Z"), null));
    }

    @Test
    void refusesMomentsThatAreInfinite() {
        String query = "VALUES (NULL::uuid, 'infinity'::timestamp, '-infinity'::timestamp)";

        rows(query, row -> {
            assertThatThrownBy(() -> row.moment(2)).isInstanceOf(NumberFormatException.class);
            return assertThatThrownBy(() -> row.moment(3)).isInstanceOf(NumberFormatException.class);
        });
    }

    @Test
    void tellsTrueFalseAndNone() {
        assertThat(rows(
                        "VALUES (NULL::uuid, true, NULL::bool), (NULL, false, true)",
                        row -> List.of(row.isTrue(2), row.isTrue(3), row.isNone(3))))
                .containsExactly(List.of(true, false, true), List.of(false, true, false));
    }

    @Test
    void hasNoRow_ifNothingIsFound() {
        assertThat(rows("SELECT NULL::uuid, '', '' WHERE false", row -> row)).isEmpty();
    }
}
