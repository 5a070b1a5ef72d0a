package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.connector.nextcrm.app.AppEdition;
import java.util.List;

/** The settings that the source knows. */
final class NextCrmSettings {

    static final List<Setting> KNOWN = List.of(
            Setting.optional(
                    "edition",
                    "app for the application with a PostgreSQL database, plugin for exported CSV files, auto to tell by"
                            + " the other settings",
                    "auto"),
            Setting.optional("jdbcUrl", "app: the database, such as jdbc:postgresql://db.example.com:5432/nextcrm"),
            Setting.optional("user", "app: a user of the database who may read the tables; it needs no other right"),
            new Setting("password", "app: the user's password", false, true, java.util.Optional.empty()),
            Setting.optional("schema", "app: the schema that holds the tables", "public"),
            Setting.optional(
                    "tls",
                    "app: off, prefer, require, verify-ca or verify-full, as PostgreSQL means them; off only on a"
                            + " network that nobody else is on",
                    "prefer"),
            Setting.optional(
                    "tlsRootCertificate", "app: a file with the certificate of who signs the server's, for verify-..."),
            Setting.optional(
                    "statementTimeout",
                    "app: how long one statement may take, an ISO 8601 duration such as PT10M",
                    "PT10M"),
            Setting.optional("pageRows", "app: how many rows are read at once, 100 to 5000", "5000"),
            Setting.optional(
                    "leaveOut",
                    "app: objects that are not read, with commas between, of: "
                            + String.join(", ", AppEdition.objects())),
            Setting.optional(
                    "delta",
                    "app: full reads everything again, so that nothing is missed; changes reads only rows with a later"
                            + " time of change from tables in which the application deletes nothing for good",
                    "full"),
            Setting.optional(
                    "overlap",
                    "app: how much earlier changes are looked for with delta=changes, an ISO 8601 duration",
                    "PT5M"),
            Setting.optional("currency", "the currency of amounts if NextCRM names none, such as EUR"),
            Setting.optional("s3Endpoint", "app: the store of files, such as https://minio.example.com"),
            Setting.optional("s3Bucket", "app: the bucket of the store", "nextcrm"),
            Setting.optional("s3Region", "app: the region that requests to the store are signed for", "us-east-1"),
            Setting.optional("s3AccessKey", "app: the name of the key to the store"),
            new Setting("s3SecretKey", "app: the key to the store", false, true, java.util.Optional.empty()),
            Setting.optional(
                    "fileHosts",
                    "app: hosts that files may be fetched from by their old addresses, with commas between; none if"
                            + " it is not given"),
            Setting.optional(
                    "export", "plugin: the folder that holds the exported CSV and JSON files, or one such file"),
            Setting.optional(
                    "columnMap",
                    "plugin: what columns stand for, as header=field with ; between, such as Correo=email; the fields are"
                            + " those of contacts and accounts in the page about this connector"),
            Setting.optional("zone", "plugin: the time zone of times, such as Europe/Berlin", "UTC"),
            Setting.optional("separator", "plugin: what separates tags and lists in one cell", ","),
            Setting.optional(
                    "fieldTypes",
                    "plugin: what custom fields hold, as header=type with ; between, such as Customer number=text; types are"
                            + " yes-no, whole, number, day, moment, text and long-text; else the narrowest that all cells"
                            + " have"),
            Setting.optional(
                    "contactsInPlugin", "plugin: how many contacts its own page shows, to find what is missing"),
            Setting.optional(
                    "complete",
                    "plugin: true if the export holds every record, so that a missing one was deleted; else false",
                    "false"));

    private NextCrmSettings() {}
}
