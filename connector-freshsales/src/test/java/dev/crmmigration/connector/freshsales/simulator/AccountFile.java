package dev.crmmigration.connector.freshsales.simulator;

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
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Writes a company into a file and reads it back, record by record. */
final class AccountFile {

    private static final ObjectReader PARTS =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String CONTENTS = "fileContents";

    private final SimulatorClock clock;

    AccountFile(SimulatorClock clock) {
        this.clock = clock;
    }

    void write(Company company, OutputStream out) throws IOException {
        Account account = company.account();
        ObjectNode head = Json.object();
        head.put("platform", "freshsales");
        head.put("seed", account.seed());
        head.put("ahead", clock.offset().toString());
        head.set("ledger", company.ledger().shown());
        ObjectNode lastIds = head.putObject("lastIds");
        account.tables().forEach(table -> lastIds.put(table.name(), table.lastId()));
        out.write(Replies.bytes("{\"head\":"));
        out.write(Json.bytes(head));
        for (Table table : account.tables()) {
            out.write(Replies.bytes(",\n\"" + table.name() + "\":["));
            byte[] separator = Replies.bytes("\n");
            for (Row row : table.rows()) {
                out.write(separator);
                out.write(row.document());
                separator = Replies.bytes(",\n");
            }
            out.write(Replies.bytes("]"));
        }
        writeContents(account, out);
        out.write(Replies.bytes("}\n"));
    }

    private static void writeContents(Account account, OutputStream out) throws IOException {
        out.write(Replies.bytes(",\n\"" + CONTENTS + "\":["));
        byte[] separator = Replies.bytes("\n");
        for (Map.Entry<Long, byte[]> content : account.files().all().entrySet()) {
            ObjectNode part = Json.object().put("id", content.getKey());
            part.put("content", Base64.getEncoder().encodeToString(content.getValue()));
            out.write(separator);
            out.write(Json.bytes(part));
            separator = Replies.bytes(",\n");
        }
        out.write(Replies.bytes("]"));
    }

    Company read(FreshsalesSettings settings, InputStream in) throws IOException {
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

    private Account account(FreshsalesSettings settings, JsonNode head) throws IOException {
        if (!head.path("platform").asText("").equals("freshsales")) {
            throw new IOException("the file is not the state of the Freshsales simulator");
        }
        // A clock that another party has already advanced must not be advanced twice.
        Duration missing = Duration.parse(head.path("ahead").asText("PT0S")).minus(clock.offset());
        if (!missing.isNegative()) {
            clock.advance(missing);
        }
        return new Account(settings, clock, head.path("seed").asLong());
    }

    private static void readTable(JsonParser parser, Account account) throws IOException {
        String name = parser.currentName();
        expect(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            ObjectNode part = (ObjectNode) PARTS.readTree(parser);
            if (name.equals(CONTENTS)) {
                byte[] content = Base64.getDecoder().decode(part.path("content").asText());
                account.files().put(part.path("id").longValue(), content);
            } else {
                // What was stored before a stop is old enough for every search.
                account.table(name).put(part, Instant.EPOCH);
            }
        }
    }

    private static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.nextToken() != token) {
            throw new IOException("the file is not the state of a simulator");
        }
    }
}
