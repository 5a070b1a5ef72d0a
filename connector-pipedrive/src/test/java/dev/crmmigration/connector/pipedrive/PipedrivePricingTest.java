package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls are said to cost, and what they are charged. */
class PipedrivePricingTest {

    private final SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private Pricing pricing() {
        return account.session.pricing();
    }

    @ParameterizedTest
    @CsvSource({
        "organization,5,5,3",
        "person,5,5,3",
        "deal,5,5,3",
        "activity,5,5,3",
        "note,10,10,6",
        "product,5,5,3",
        "lead,10,10,6",
        "organizationRelationship,10,10,6",
        "dealProduct,5,5,3",
    })
    void pricesWrites(String type, long create, long update, long delete) {
        ObjectType object = ObjectType.of(type);

        assertThat(pricing().write(object, Pricing.Action.CREATE, 1)).containsExactlyElementsOf(costs(1, create));
        assertThat(pricing().write(object, Pricing.Action.UPDATE, 1)).containsExactlyElementsOf(costs(1, update));
        assertThat(pricing().write(object, Pricing.Action.DELETE, 1)).containsExactlyElementsOf(costs(1, delete));
    }

    @ParameterizedTest
    @CsvSource({
        "person,0,1,10",
        "person,1,1,10",
        "person,500,1,10",
        "person,501,2,20",
        "note,999,2,40",
        "note,1000,3,60",
        "deal,501,3,40",
        "lead,500,1,20",
        "file,101,2,40",
        "dealProduct,101,2,20",
        "dealParticipant,7,7,70",
        "organizationRelationship,0,0,0"
    })
    void pricesAScanOfAll(String type, long records, long calls, long tokens) {
        assertThat(pricing().read(new ScanRequest.All(ObjectType.of(type)), records))
                .containsExactlyElementsOf(costs(calls, tokens));
    }

    @Test
    void pricesOtherScans() {
        ObjectType note = ObjectType.of("note");
        ObjectType person = ObjectType.of("person");
        List<String> ids = IntStream.range(0, 101).mapToObj(Integer::toString).toList();
        List<RecordRef> parents = List.of(RecordRef.of("person", "1"), RecordRef.of("person", "2"));

        assertThat(pricing().read(new ScanRequest.ByIds(person, ids), 101)).containsExactlyElementsOf(costs(2, 20));
        assertThat(pricing().read(new ScanRequest.ByIds(note, ids), 101)).containsExactlyElementsOf(costs(101, 202));
        assertThat(pricing().read(new ScanRequest.OfParents(note, parents), 3)).containsExactlyElementsOf(costs(2, 40));
        assertThat(pricing().read(new ScanRequest.ChangedSince(person, Instant.EPOCH), 3))
                .containsExactlyElementsOf(costs(2, 20));
    }

    @Test
    void refusesToPriceWhatItDoesNotKnow() {
        assertThatThrownBy(() -> pricing().write(ObjectType.of("goal"), Pricing.Action.CREATE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this connector knows no object goal");
    }

    @Test
    void pricesNothing_whereThereIsNoCall() {
        assertThat(pricing().write(ObjectType.of("dealFollower"), Pricing.Action.UPDATE, 1))
                .isEmpty();
    }

    @Test
    void pricesAFileAsAFile_whateverItHangsOn() {
        assertThat(pricing().write(ObjectType.of("person"), Pricing.Action.ATTACH, 1))
                .containsExactlyElementsOf(costs(1, 10));
    }

    @Test
    void opensForTwoTokens_andDescribesTheAccountForAHundredAndThirty() {
        assertThat(account.tokensSpent()).isEqualTo(2);

        account.catalog();

        assertThat(account.tokensSpent()).isEqualTo(132);
        assertThat(pricing().chore(Pricing.Chore.CATALOG)).containsExactlyElementsOf(costs(11, 130));
    }

    @Test
    void pricesTheSchemaKeysAndThePreflight_asThePlatformCountsThem() {
        account.session.schema().keys();
        long keys = account.tokensSpent() - 2;
        account.session.preflight();
        long preflight = account.tokensSpent() - 2 - keys;

        assertThat(pricing().chore(Pricing.Chore.SCHEMA_KEYS)).contains(new Cost("daily", keys));
        assertThat(pricing().chore(Pricing.Chore.PREFLIGHT)).contains(new Cost("daily", preflight));
    }

    @Test
    void pricesWhatIsAddedToTheSchema() {
        ObjectType lead = ObjectType.of("lead");

        assertThat(pricing().schema(SchemaElement.field(lead, "Size", FieldType.TEXT)))
                .containsExactlyElementsOf(costs(1, 5));
        assertThat(pricing().schema(SchemaElement.option(lead, "label_ids", "Hot")))
                .containsExactlyElementsOf(costs(1, 10));
        assertThat(pricing().schema(SchemaElement.field(ObjectType.of("note"), "Size", FieldType.TEXT)))
                .isEmpty();
    }

    @Test
    void chargesWhatItSays() {
        account.catalog();
        RecordRef jane = account.created("person", Map.of("name", "Jane")).ref();
        long before = account.context.onlyMeter().spent("daily");

        account.created("note", Map.of("content", "Hi", "person_id", jane));
        account.all("person");
        account.delete(jane);

        assertThat(account.context.onlyMeter().spent("daily") - before).isEqualTo(10 + 10 + 3);
    }

    @Test
    void chargesWhatThePlatformCounts() {
        account.catalog();
        account.session.schema().keys();
        RecordRef jane = account.created("person", Map.of("name", "Jane")).ref();
        account.created("note", Map.of("content", "Hi", "person_id", jane));
        account.scan(new ScanRequest.ChangedSince(ObjectType.of("person"), SimulatedAccount.START));

        assertThat(account.context.onlyMeter().spent("daily")).isEqualTo(account.tokensSpent());
    }

    private static List<Cost> costs(long calls, long tokens) {
        return List.of(new Cost("burst", calls), new Cost("daily", tokens));
    }

    @Test
    void agreesWithThePublishedPrices() throws IOException {
        Path folder = contracts();
        boolean there = Files.isDirectory(folder);
        assumeTrue(there, () -> "skipped: Pipedrive's OpenAPI documents are not at " + folder.normalize());
        Map<String, Long> published = new HashMap<>();
        published.putAll(prices(folder, "v1"));
        published.putAll(prices(folder, "v2"));

        assertThat(published).hasSizeGreaterThan(300);
        assertThat(Operation.all().values())
                .allSatisfy(operation -> assertThat(published)
                        .containsEntry(
                                operation.version() + " " + operation.method() + " " + operation.path(),
                                operation.tokens()));
    }

    private static Path contracts() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve("migration-api"))) {
            root = root.getParent();
        }
        return root.resolve("../shared/contracts/pipedrive");
    }

    /** Reads the prices by indentation; the documents are generated and regular. */
    private static Map<String, Long> prices(Path folder, String version) throws IOException {
        Pattern path = Pattern.compile("  '?(/[^':]*)'?:");
        Pattern method = Pattern.compile("    (get|post|put|patch|delete):");
        Pattern price = Pattern.compile("      x-token-cost: (\\d+)");
        Map<String, Long> prices = new HashMap<>();
        String where = "";
        String how = "";
        for (String line : Files.readAllLines(folder.resolve("openapi-" + version + ".yaml"))) {
            Matcher matcher = path.matcher(line);
            if (matcher.matches()) {
                where = matcher.group(1);
                continue;
            }
            matcher = method.matcher(line);
            if (matcher.matches()) {
                how = matcher.group(1).toUpperCase(Locale.ROOT);
                continue;
            }
            matcher = price.matcher(line);
            if (matcher.matches()) {
                prices.put(version + " " + how + " " + where, Long.valueOf(matcher.group(1)));
            }
        }
        return prices;
    }
}
