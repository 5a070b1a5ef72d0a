package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An export of all that Kartra exports, with more contacts than a page holds, exported twice. */
class KartraContractSource implements ContractSource {

    /** A cell that fits nowhere. */
    private static final String CELL = "Confidential";

    /** What stands in the rows that cannot be read, by object, and in which file. */
    private static final Map<String, Broken> BROKEN = Map.of(
            "contact",
            new Broken("contacts_kartra_09-06-2026_6a2803f884d5c.csv", "9000,x@example.com,X,,," + CELL + ",,,"),
            "affiliate",
            new Broken("affiliates.csv", "9,Xi,x@example.com," + CELL + ",1"),
            "subscription",
            new Broken("subscriptions.csv", "s9,7,Club,Active," + CELL + ",,monthly,49.00"),
            "transaction",
            new Broken("transactions.csv", "t9,Sale,2024-05-09," + CELL + ",x@example.com,Club"),
            "appointment",
            new Broken("appointments.csv", "9," + CELL + ",60,America/Detroit,Active,"));

    private record Broken(String file, String row) {}

    private final Path folder;
    private final Path away;
    private final int contacts;

    /** @param contacts how many contacts the newer file holds; the older one holds three rows */
    KartraContractSource(Path parent, int contacts) {
        this.contacts = contacts;
        folder = parent.resolve("export");
        away = parent.resolve("away");
        ExportOnDisk export = new ExportOnDisk(folder);
        export.file("contacts_kartra_09-06-2026_6a2803f884d5c.csv", contacts())
                .file("older/contacts.csv", olderContacts().getBytes(Charset.forName("windows-1252")))
                .file(
                        "affiliates.csv",
                        "affiliate_id,name,email,earned (USD),due (USD)",
                        "3,Al,al@example.com,10.00,-2",
                        "4,Bo,bo@example.com,1,1")
                .file(
                        "subscriptions.csv",
                        "subscription_id,lead_id,product_name,status,start_date,end_date,recurring_period,"
                                + "next_payment_amount (USD)",
                        "s1,1,Club,Active,2024-01-15 00:00:00,0000-00-00 00:00:00,monthly,49.00",
                        "s2,2,Club,Terminated,2023-01-15,2023-12-15,monthly,N/A")
                .file(
                        "transactions.csv",
                        "ID,Transaction_Type,Date,Amount (USD),Buyer_Email,Product",
                        "t1,Sale,2024-05-01,5,c1@example.com,Club",
                        "t2,Sale,2024-05-02,-7,c2@example.com,Club",
                        "t3,Refund,2024-05-03,7,c2@example.com,Club")
                .file(
                        "appointments.csv",
                        "calendar_subscription_id,event_date,event_duration,time_zone,status,notes",
                        "5,2024-07-08 10:00,60,America/Detroit,Cancelled,late",
                        "6,2024-07-01 10:00,30,Europe/Berlin,Active,");
    }

    private String[] contacts() {
        return Stream.concat(
                        Stream.of("lead_id,email,first_name,phone,tags,date_joined,notes,Colour,Interests"),
                        IntStream.rangeClosed(1, contacts)
                                .mapToObj(n ->
                                        n + ",c" + n + "@example.com,Ada,555-0100,Customer;Partner,2024-03-" + day(n)
                                                + ",\"called\ntwice\"," + (n % 2 == 0 ? "red" : "blue") + ","
                                                + List.of("art", "art;music", "music", "")
                                                        .get(n % 4)))
                .toArray(String[]::new);
    }

    private static String day(int number) {
        return String.valueOf(10 + number % 19);
    }

    /** Says other things of a contact that comes again, of one it says N/A, and of one nothing but the id. */
    private static String olderContacts() {
        return "lead_id,email,first_name,tags\n1,old@example.com,Ren\u00e9,Lead\n2000,N/A,Bo\u00eb,\n2001\n";
    }

    @Override
    public Source source() {
        return new KartraSource();
    }

    /** Returns the folder of the export. */
    final Path folder() {
        return folder;
    }

    @Override
    public Settings settings() {
        return Settings.of("export", folder.toString()).with("complete", "true").with("defaultRegion", "1");
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "export", Settings.of("export", folder.resolve("missing").toString()),
                "zone", settings().with("zone", "Mars"),
                "currency", settings().with("currency", "dollars"),
                "complete", settings().with("complete", "perhaps"));
    }

    @Override
    public OptionalLong rows(ObjectType type) {
        return switch (type.name()) {
            case "contact" -> OptionalLong.of(contacts + 3L);
            case "transaction" -> OptionalLong.of(3);
            default -> OptionalLong.of(2);
        };
    }

    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        Broken broken = BROKEN.getOrDefault(type.name(), new Broken("", ""));
        Path file = folder.resolve(broken.file());
        try {
            int line = Files.readAllLines(file).size() + 1;
            Files.writeString(file, broken.row() + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return Optional.of(new BrokenRow(new Origin(broken.file(), line), CELL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files do not tell what has changed. */
    @Override
    public Optional<Change> change(ObjectType type) {
        List<String> ids = switch (type.name()) {
            case "contact" -> List.of("1", "2000");
            case "affiliate" -> List.of("3", "4");
            case "subscription" -> List.of("s1", "s2");
            case "transaction" -> List.of("t1", "t3");
            default -> List.of("5#1", "6#1");
        };
        return Optional.of(new Change(
                Instant.EPOCH, ids.stream().map(id -> new RecordRef(type, id)).toList()));
    }

    @Override
    public boolean begin(Fault fault) {
        return fault == Fault.READ_FAILS && move(folder, away);
    }

    @Override
    public void end() {
        move(away, folder);
    }

    private static boolean move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
