package dev.crmmigration.engine.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditLines;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.audit.AuditVerification.Broken;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import dev.crmmigration.engine.internal.audit.AuditVerification.Signatures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcAuditSinkTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final int EVENTS = 8;

    @TempDir
    private Path folder;

    private final AuditChain chain = AuditChain.after(AuditHead.NONE);
    private Settings settings;
    private AuditContext context;

    @BeforeEach
    void name() {
        settings = Settings.of("url", url());
        context = new AuditContext("acme", folder);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("audit.db");
    }

    private AuditTrail open() {
        return new JdbcAuditSink().open(settings, context);
    }

    private void record(int count) {
        try (AuditTrail trail = open()) {
            for (int i = 0; i < count; i++) {
                trail.record(chain.next(AT, "created", Map.of("record", "person:" + (i + 1))));
            }
            trail.flush();
        }
    }

    private AuditVerification verify() {
        return verify(ExpectedTrail.endingWith(chain.head()));
    }

    private AuditVerification verify(ExpectedTrail expected) {
        AuditLines lines = new JdbcAuditSink().read(settings, context).orElseThrow();
        return AuditVerifier.verify(lines, expected, List.of());
    }

    private Intact intact() {
        return new Intact(chain.head(), Signatures.NONE);
    }

    private int sql(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> lines() {
        List<String> all = new ArrayList<>();
        try (AuditLines lines = new JdbcAuditSink().read(settings, context).orElseThrow()) {
            for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    @Test
    void holdsNothing_whenNothingWasDelivered() {
        assertThat(verify(ExpectedTrail.UNKNOWN)).isEqualTo(intact());

        open().close();

        assertThat(verify(ExpectedTrail.UNKNOWN)).isEqualTo(intact());
    }

    @Test
    void goesOnAfterTheLastEvent_whenItIsOpenedAgain() {
        record(3);
        record(1200);

        assertThat(verify()).isEqualTo(intact());
        assertThat(chain.head().sequence()).isEqualTo(1203);
    }

    @Test
    void keepsNothing_whenItIsClosedBeforeItIsFlushed() {
        record(3);
        AuditHead durable = chain.head();
        try (AuditTrail trail = open()) {
            trail.record(chain.next(AT, "created", Map.of()));
            assertThat(trail.lastSequence()).isEqualTo(3);
        }

        try (AuditTrail trail = open()) {
            assertThat(new AuditHead(trail.lastSequence(), trail.lastHash())).isEqualTo(durable);
        }
    }

    @Test
    void refusesAnEvent_whenItDoesNotFollow() {
        record(1);
        AuditEvent again = AuditChain.after(AuditHead.NONE).next(AT, "created", Map.of());

        try (AuditTrail trail = open()) {
            assertThatThrownBy(() -> trail.record(again)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepsALongTextInSeveralRows_andEveryCharacterOfIt() {
        String text = "\uD83D\uDE00\u00FC\"\n".repeat(2500);
        try (AuditTrail trail = open()) {
            trail.record(chain.next(AT, "created", Map.of("ids", text)));
            trail.record(chain.next(AT, "created", Map.of()));
            trail.flush();
        }

        assertThat(verify()).isEqualTo(intact());
        assertThat(sql("UPDATE crm_migration_audit SET part_number = part_number WHERE entry_number = 1"))
                .isGreaterThan(10);
        sql("DELETE FROM crm_migration_audit WHERE entry_number = 1 AND part_number = 4");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.line()).isEqualTo(1));
    }

    @Test
    void keepsMigrationsApart() {
        record(3);
        AuditHead acme = chain.head();
        Settings other = settings.with("migration", "other");
        try (AuditTrail trail = new JdbcAuditSink().open(other, context)) {
            assertThat(trail.lastSequence()).isZero();
            trail.record(AuditChain.after(AuditHead.NONE).next(AT, "extracted", Map.of()));
            trail.flush();
        }

        assertThat(verify(ExpectedTrail.endingWith(acme))).isEqualTo(intact());
    }

    @Test
    void findsEveryChangedCharacterOfEveryEntry() throws SQLException {
        record(3);
        List<String> original = lines();
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement change = connection.prepareStatement(
                        "UPDATE crm_migration_audit SET entry_text = ? WHERE entry_number = ?")) {
            for (int entry = 1; entry <= original.size(); entry++) {
                String text = original.get(entry - 1);
                for (int at = 0; at < text.length(); at++) {
                    char other = text.charAt(at) == '7' ? '8' : '7';
                    change.setString(1, text.substring(0, at) + other + text.substring(at + 1));
                    change.setInt(2, entry);
                    change.executeUpdate();

                    assertBroken(entry, "character %s of entry %s".formatted(at, entry));
                }
                change.setString(1, text);
                change.executeUpdate();
            }
        }
        assertThat(verify()).isEqualTo(intact());
    }

    private void assertBroken(long line, String as) {
        assertThat(verify())
                .as(as)
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.line()).as(as).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE %s SET entry_hash = 'ab' WHERE entry_number = 5               | 5",
                "DELETE FROM %s WHERE entry_number = 1                                | 1",
                "DELETE FROM %s WHERE entry_number = 5                                | 5",
                "DELETE FROM %s WHERE entry_number = 8                                | 8",
                "DELETE FROM %s WHERE entry_number > 6                                | 7",
                "DELETE FROM %s                                                       | 1",
                "UPDATE %s SET entry_number = 9 WHERE entry_number = 8                | 8",
                "UPDATE %s SET entry_number = 1000000000000 WHERE entry_number = 8    | 8",
                "UPDATE %s SET entry_number = 0 WHERE entry_number = 4                | 1",
                "UPDATE %s SET entry_number = -entry_number                           | 1",
                "UPDATE %s SET entry_number = entry_number + 100                      | 1",
                "UPDATE %s SET part_number = 1 WHERE entry_number = 3                 | 3",
                "UPDATE %s SET migration = 'mine' WHERE entry_number = 2              | 2",
                "INSERT INTO %s SELECT migration, 9, 0, entry_text, entry_hash FROM %s WHERE entry_number = 8 | 9",
                "INSERT INTO %s SELECT migration, 3, 1, entry_text, entry_hash FROM %s WHERE entry_number = 3 | 3"
            })
    void namesTheEntry(String tampering, long entry) {
        record(EVENTS);
        assertThat(verify()).isEqualTo(intact());

        assertThat(sql(tampering.replace("%s", "crm_migration_audit"))).isPositive();

        assertBroken(entry, tampering);
    }

    @Test
    void namesTheFirstOfTwo_whenTheyChangedPlaces() {
        for (int first = 1; first < EVENTS; first++) {
            sql("DROP TABLE IF EXISTS crm_migration_audit");
            AuditChain again = AuditChain.after(AuditHead.NONE);
            try (AuditTrail trail = open()) {
                for (int i = 0; i < EVENTS; i++) {
                    trail.record(again.next(AT, "created", Map.of()));
                }
                trail.flush();
            }
            int second = first + 1;
            sql("UPDATE crm_migration_audit SET entry_number = -1 WHERE entry_number = " + first);
            sql("UPDATE crm_migration_audit SET entry_number = " + first + " WHERE entry_number = " + second);
            sql("UPDATE crm_migration_audit SET entry_number = " + second + " WHERE entry_number = -1");

            AuditVerification verification = verify(ExpectedTrail.endingWith(again.head()));

            assertThat(verification)
                    .isEqualTo(new Broken(
                            first, Kind.UNREADABLE, "line " + first + " is not an event as it was written."));
        }
    }

    @Test
    void refusesToGoOn_whenTheLastEntryIsNoEventAnyMore() {
        record(2);
        sql("UPDATE crm_migration_audit SET entry_text = 'x' WHERE entry_number = 2");

        assertThatThrownBy(this::open)
                .isInstanceOf(AuditTrailException.class)
                .hasMessageContaining("does not end with an event");
    }

    @Test
    void failsAndTakesNothing_whenTheTableRefusesAnEntry() {
        record(2);
        sql("CREATE TRIGGER full BEFORE INSERT ON crm_migration_audit WHEN NEW.entry_number = 5"
                + " BEGIN SELECT RAISE(ABORT, 'full'); END");

        try (AuditTrail trail = open()) {
            for (int i = 0; i < 4; i++) {
                trail.record(chain.next(AT, "created", Map.of()));
            }
            assertThatThrownBy(trail::flush)
                    .isInstanceOf(AuditTrailException.class)
                    .hasMessageStartingWith("the database of audit sink 'jdbc' does not take entries.");
            assertThat(trail.lastSequence()).isEqualTo(2);
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void tellsNeitherUrlNorPassword_whenTheDatabaseCannotBeReached() {
        Settings wrong =
                Settings.of("url", "jdbc:nothing://db.example?password=geheim").secret("password", "very-secret");

        assertThatThrownBy(() -> new JdbcAuditSink().open(wrong, context))
                .isInstanceOf(AuditTrailException.class)
                .hasMessageContaining("cannot be reached. Look whether its JDBC driver is on the class path")
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("very-secret");
    }

    @ParameterizedTest
    @CsvSource({"a; DROP TABLE b", "a b", "1a", "a.b.c", "''", "a-b"})
    void refusesATableThatIsNoPlainName(String table) {
        assertThatThrownBy(() -> new JdbcAuditSink().open(settings.with("table", table), context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not a plain name");
    }

    @Test
    void takesATableOfAnotherName() {
        settings = settings.with("table", "main.trail");
        record(2);

        assertThat(verify()).isEqualTo(intact());
        assertThat(sql("DELETE FROM trail")).isEqualTo(2);
    }
}
