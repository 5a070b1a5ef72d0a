package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.connector.nextcrm.app.AppEdition;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database of an invented business behind a door that can be shut, and a store with some of its files. */
final class NextCrmContractSource implements ContractSource {

    private static final String NOT_DELETED = " WHERE \"deletedAt\" IS NULL";
    private static final String LATER = "2026-01-01 00:00:00";

    /** The tables of each object, with what of them counts. */
    private static final Map<String, List<String>> TABLES = tables();

    private final NextCrmDatabase database = NextCrmDatabase.of(new InventedBusiness(400));
    private final Door door = new Door(database.port());
    private final ObjectStore store = new ObjectStore();
    private final String role = "reader_of_" + database.name();
    private final String delta;
    private final String leaveOut;

    /** @param objects the objects to read, so that the many of one kind are not all tried */
    NextCrmContractSource(String delta, String... objects) {
        this.delta = delta;
        this.leaveOut = AppEdition.objects().stream()
                .filter(object -> !List.of(objects).contains(object))
                .collect(Collectors.joining(","));
        database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'sesame of the test' IN ROLE " + database.reader());
        for (int number = 0; number < 10; number++) {
            store.put("/nextcrm/documents/" + number + ".txt", "text " + number + "\n");
            store.put("/nextcrm/invoices/" + number * 5 + ".pdf", "%PDF " + number);
            store.put("/nextcrm/invoices/" + number + "/a", "slip " + number);
        }
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("user", List.of("\"Users\""));
        tables.put("account", List.of("\"crm_Accounts\"" + NOT_DELETED));
        tables.put("contact", List.of("\"crm_Contacts\"" + NOT_DELETED));
        tables.put("lead", List.of("\"crm_Leads\"" + NOT_DELETED));
        tables.put("target", List.of("\"crm_Targets\"" + NOT_DELETED));
        tables.put("opportunity", List.of("\"crm_Opportunities\"" + NOT_DELETED));
        tables.put("activity", List.of("\"crm_Activities\"" + NOT_DELETED));
        tables.put("email", List.of("\"Email\" WHERE NOT \"isDeleted\""));
        tables.put("document", List.of("\"Documents\"" + NOT_DELETED));
        tables.put("campaign", List.of("\"crm_campaigns\" WHERE status <> 'deleted'"));
        tables.put("accountTask", List.of("\"crm_Accounts_Tasks\""));
        tables.put("activityLink", List.of("\"crm_ActivityLinks\""));
        tables.put("emailLink", List.of("\"EmailsToContacts\"", "\"EmailsToAccounts\""));
        tables.put(
                "documentLink",
                List.of("\"DocumentsToAccounts\"", "\"DocumentsToContacts\"", "\"DocumentsToOpportunities\""));
        tables.put("invoice", List.of("\"Invoices\""));
        tables.put("invoiceLine", List.of("\"Invoice_LineItems\""));
        tables.put("auditEntry", List.of("\"crm_AuditLog\""));
        return tables;
    }

    @Override
    public Source source() {
        return new NextCrmSource();
    }

    @Override
    public Settings settings() {
        return Settings.of("jdbcUrl", "jdbc:postgresql://127.0.0.1:" + door.port() + "/" + database.name())
                .with("user", role)
                .secret("password", "sesame of the test")
                .with("tls", "off")
                .with("delta", delta)
                .with("pageRows", "100")
                .with("leaveOut", leaveOut)
                .with("s3Endpoint", store.url())
                .with("s3AccessKey", ObjectStore.ACCESS_KEY)
                .secret("s3SecretKey", ObjectStore.SECRET_KEY);
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "jdbcUrl", settings().with("jdbcUrl", "jdbc:mysql://127.0.0.1/nextcrm"),
                "schema", settings().with("schema", "somewhere"),
                "tls", settings().with("tls", "perhaps"),
                "statementTimeout", settings().with("statementTimeout", "a while"),
                "pageRows", settings().with("pageRows", "many"),
                "leaveOut", settings().with("leaveOut", "contact,unicorn"),
                "delta", settings().with("delta", "none"),
                "currency", settings().with("currency", "euro"),
                "s3Endpoint", settings().with("s3Endpoint", "minio"),
                "s3SecretKey", settings().secret("s3SecretKey", "another secret"));
    }

    @Override
    public OptionalLong rows(ObjectType type) {
        List<String> tables = TABLES.getOrDefault(type.name(), List.of());
        return tables.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(tables.stream()
                        .mapToLong(table -> database.number("SELECT count(*) FROM " + table))
                        .sum());
    }

    /** A moment that is none, which PostgreSQL has a word for. */
    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        String column = switch (type.name()) {
            case "contact", "lead", "account", "opportunity", "activity", "invoice", "accountTask" -> "\"updatedAt\"";
            case "auditEntry" -> "\"createdAt\"";
            default -> "";
        };
        if (column.isEmpty()) {
            return Optional.empty();
        }
        String from = TABLES.getOrDefault(type.name(), List.of()).get(0);
        String table = from.replace(NOT_DELETED, "");
        String id = database.text("SELECT id FROM " + from + " ORDER BY id OFFSET 7 LIMIT 1");
        database.run("UPDATE " + table + " SET " + column + " = 'infinity' WHERE id = '" + id + "'");
        long place = database.number("SELECT count(*) FROM " + from + (from.contains(NOT_DELETED) ? " AND" : " WHERE")
                + " ctid <= (SELECT ctid FROM " + table + " WHERE id = '" + id + "')");
        return Optional.of(new BrokenRow(new Origin(table.replace("\"", ""), place), "infinity"));
    }

    @Override
    public Optional<Change> change(ObjectType type) {
        String column = switch (type.name()) {
            case "contact", "lead", "account", "opportunity", "activity", "email", "target", "invoice" ->
                "\"updatedAt\"";
            case "auditEntry" -> "\"createdAt\"";
            default -> "";
        };
        List<String> tables = TABLES.getOrDefault(type.name(), List.of());
        if (column.isEmpty() || tables.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = database.texts("SELECT id FROM " + tables.get(0) + " ORDER BY id LIMIT 3");
        String table = tables.get(0).replaceAll(" WHERE .*", "");
        ids.forEach(id ->
                database.run("UPDATE " + table + " SET " + column + " = '" + LATER + "' WHERE id = '" + id + "'"));
        return Optional.of(new Change(
                Instant.parse("2026-01-01T00:00:00Z"),
                ids.stream().map(id -> new RecordRef(type, id)).toList()));
    }

    @Override
    public Optional<Change> delete(ObjectType type) {
        if (delta.equals("full")
                || !Stream.of("contact", "account", "opportunity").toList().contains(type.name())) {
            return Optional.empty();
        }
        String from = TABLES.getOrDefault(type.name(), List.of()).get(0);
        String id = database.text("SELECT id FROM " + from + " ORDER BY id DESC LIMIT 1");
        database.run("UPDATE " + from.replace(NOT_DELETED, "") + " SET \"deletedAt\" = '" + LATER + "' WHERE id = '"
                + id + "'");
        return Optional.of(new Change(Instant.parse("2026-01-01T00:00:00Z"), List.of(new RecordRef(type, id))));
    }

    @Override
    public boolean begin(Fault fault) {
        switch (fault) {
            case CONNECTION_REFUSED -> door.shut();
            case CREDENTIALS_REFUSED -> database.run("ALTER ROLE " + role + " PASSWORD 'another'");
            case READ_FAILS -> {
                store.fail(true);
                database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + database.name() + "' AND application_name = 'crm-migration reads'");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void end() {
        door.reopen();
        store.fail(false);
        database.run("ALTER ROLE " + role + " PASSWORD 'sesame of the test'");
    }

    @Override
    public void close() {
        door.close();
        store.close();
        database.close();
        // The role stays: it is one of the server's, which ends with this JVM
    }
}
