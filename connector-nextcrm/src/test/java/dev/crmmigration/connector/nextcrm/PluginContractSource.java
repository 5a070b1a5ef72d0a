package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.testkit.contract.ContractSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An export of the plugin: split into two files, with a translated header, joined tags and guarded formulas. */
final class PluginContractSource implements ContractSource {

    private final Path folder;

    PluginContractSource(Path parent) {
        folder = parent.resolve("export");
        StringBuilder contacts =
                new StringBuilder("ID,Correo,First Name,Phone,Tags,Lists,Company,Shoe size,Created At\n");
        for (int n = 1; n <= 600; n++) {
            contacts.append(n + ",c" + n + "@example.com,Ada,'+420601" + n + ",\"VIP, Fair\",News,Acme," + n % 9
                    + ",2025-03-01 10:00:00\n");
        }
        write("contacts.csv", contacts.toString());
        write("more.csv", "Email,Last Name,Tags\nc1@example.com,Stone,Late\nz@example.com,Vale,\n");
        write("companies.csv", "name,industry,email,owner_email\nAcme,Machines,a@acme.example,\nZeta,,,\n");
        write(
                "funnel.json",
                "{\"title\": \"Welcome\", \"trigger_name\": \"user_register\", \"status\": \"published\","
                        + " \"sequences\": [{\"action_name\": \"fluentcrm_wait_times\", \"settings\": {\"wait_time_amount\": 2,"
                        + " \"wait_time_unit\": \"days\"}}, {\"action_name\": \"send_custom_email\"}]}");
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Source source() {
        return new NextCrmSource();
    }

    @Override
    public Settings settings() {
        return Settings.of("export", folder.toString())
                .with("columnMap", "Correo=email")
                .with("complete", "true")
                .with("contactsInPlugin", "700");
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "export", Settings.of("export", folder.resolve("missing").toString()),
                "zone", settings().with("zone", "Mars"),
                "columnMap", settings().with("columnMap", "Correo"),
                "fieldTypes", settings().with("fieldTypes", "Shoe size=big"),
                "edition", settings().with("edition", "other"),
                "jdbcUrl", Settings.none());
    }

    @Override
    public OptionalLong rows(ObjectType type) {
        return OptionalLong.of(type.name().equals("contact") ? 602 : 2);
    }

    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        if (!type.name().equals("contact")) {
            return Optional.empty();
        }
        Path file = folder.resolve("contacts.csv");
        try {
            int line = Files.readAllLines(file).size() + 1;
            Files.writeString(file, "9999,x@example.com,Xi,,,,,,someday soon\n", StandardOpenOption.APPEND);
            return Optional.of(new BrokenRow(new Origin("contacts.csv", line), "someday soon"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files do not tell what has changed. */
    @Override
    public Optional<Change> change(ObjectType type) {
        List<String> ids =
                type.name().equals("contact") ? List.of("c1@example.com", "c2@example.com") : List.of("acme", "zeta");
        return Optional.of(new Change(
                Instant.EPOCH, ids.stream().map(id -> new RecordRef(type, id)).toList()));
    }
}
