package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Writes a company into a file and reads it back, record by record. */
final class AccountFile {

    private static final ObjectReader PARTS =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final SimulatorClock clock;

    AccountFile(SimulatorClock clock) {
        this.clock = clock;
    }

    void write(Company company, OutputStream out) throws IOException {
        Account account = company.account();
        ObjectNode head = Json.object();
        head.put("platform", "pipedrive");
        head.put("seed", account.seed());
        head.put("ahead", clock.offset().toString());
        head.put("tokenUserId", account.tokenUserId());
        head.put("lastFieldId", account.lastFieldId());
        head.put("lastOptionId", account.lastOptionId());
        head.set("ledger", company.ledger().shown());
        head.set("oauth", account.oauth().saved());
        ObjectNode lastIds = head.putObject("lastIds");
        account.tables().forEach(table -> lastIds.put(table.name(), table.lastId()));
        ObjectNode fields = head.putObject("fields");
        account.catalogs()
                .forEach(catalog -> catalog.all()
                        .forEach(field -> fields.withArray(catalog.name()).add(field.whole())));
        out.write(Replies.bytes("{\"head\":"));
        out.write(Json.bytes(head));
        for (Table table : account.tables()) {
            out.write(Replies.bytes(",\n\"" + table.name() + "\":["));
            byte[] separator = Replies.bytes("\n");
            for (Row row : table.rows()) {
                out.write(separator);
                out.write(company.document(table, row));
                separator = Replies.bytes(",\n");
            }
            out.write(Replies.bytes("]"));
        }
        new ContentFile(account.files()).write(out);
        out.write(Replies.bytes("}\n"));
    }

    Company read(PipedriveSettings settings, InputStream in) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(in)) {
            expect(parser, JsonToken.START_OBJECT);
            if (!"head".equals(parser.nextFieldName())) {
                throw new IOException("the file is not the state of a simulator");
            }
            parser.nextToken();
            JsonNode head = PARTS.readTree(parser);
            Account account = account(settings, head);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readTable(parser, account);
            }
            JsonNode lastIds = head.path("lastIds");
            account.tables()
                    .forEach(table -> table.reserve(lastIds.path(table.name()).asLong()));
            Company company = new Company(account);
            company.ledger().restore(head.path("ledger"));
            return company;
        }
    }

    private Account account(PipedriveSettings settings, JsonNode head) throws IOException {
        if (!head.path("platform").asText("").equals("pipedrive")) {
            throw new IOException("the file is not the state of the Pipedrive simulator");
        }
        Account account = new Account(settings, clock, head.path("seed").asLong());
        account.oauth().restore(head.path("oauth"));
        account.tokenUserId(head.path("tokenUserId").asLong());
        account.continueAfter(
                head.path("lastFieldId").asLong(), head.path("lastOptionId").asLong());
        for (FieldCatalog catalog : account.catalogs()) {
            head.path("fields").path(catalog.name()).forEach(field -> catalog.add(new Field((ObjectNode) field)));
        }
        // A clock that another party has already advanced must not be advanced twice.
        Duration missing = Duration.parse(head.path("ahead").asText("PT0S")).minus(clock.offset());
        if (!missing.isNegative()) {
            clock.advance(missing);
        }
        return account;
    }

    private static void readTable(JsonParser parser, Account account) throws IOException {
        if (ContentFile.MEMBER.equals(parser.currentName())) {
            new ContentFile(account.files()).read(parser);
            return;
        }
        Table table = account.table(parser.currentName());
        expect(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            table.put((ObjectNode) PARTS.readTree(parser), 0);
        }
    }

    private static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.nextToken() != token) {
            throw new IOException("the file is not the state of a simulator");
        }
    }
}
