package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products, and those of them that hang on deals. */
class ProductsTest {

    private static final ObjectType PRODUCT = ObjectType.of("product");
    private static final ObjectType LINE = ObjectType.of("dealProduct");
    private static final BigDecimal TWO = new BigDecimal("2");

    private final SimulatedAccount account = SimulatedAccount.start("lag", "PT36S");

    @AfterEach
    void close() {
        account.close();
    }

    private RecordRef product(String name) {
        return account.created("product", Map.of("name", name)).ref();
    }

    private RecordRef deal(String title) {
        return account.created("deal", Map.of("title", title)).ref();
    }

    private CrmRecord line(RecordRef deal, RecordRef product, String price) {
        return account.created(
                "dealProduct",
                Map.of("deal_id", deal, "product_id", product, "item_price", new BigDecimal(price), "quantity", TWO));
    }

    @Test
    void readsWhatItWrote() {
        String user = account.catalog().users().get(0).key();
        Map<String, Object> fields = Map.of(
                "name",
                "Coaching",
                "code",
                "C-1",
                "unit",
                "hour",
                "tax",
                new BigDecimal("19"),
                "description",
                "One hour",
                "owner_id",
                user,
                "is_linkable",
                true,
                "prices",
                new Money(new BigDecimal("99.5"), "USD"));

        CrmRecord stored = account.created("product", fields);

        CrmRecord read = account.read(stored.ref());
        fields.forEach((key, value) -> assertThat(read.value(key)).as(key).contains(value));
    }

    @Test
    void changesNothing_whenItWritesTheSeveralPricesThatItRead() {
        List<Money> prices = List.of(new Money(new BigDecimal("9.5"), "EUR"), new Money(new BigDecimal("10.5"), "USD"));
        RecordRef product = account.created("product", Map.of("name", "A", "prices", prices))
                .ref();
        Map<String, FieldValue> before =
                Map.of("prices", account.read(product).fields().get("prices"));
        assertThat(before).containsEntry("prices", FieldValue.of(prices));

        account.update(product, before);

        assertThat(account.read(product).fields()).containsAllEntriesOf(before);
    }

    @Test
    void isRejectedUnsent_withTwoPricesInOneCurrency() {
        Money price = new Money(BigDecimal.ONE, "USD");

        WriteOutcome outcome = account.create("product", Map.of("name", "A", "prices", List.of(price, price)));

        assertThat(outcome).isEqualTo(rejected(outcome, "TWO_PRICES", "prices"));
    }

    private static WriteOutcome rejected(WriteOutcome outcome, String code, String field) {
        WriteOutcome.Rejected rejected = (WriteOutcome.Rejected) outcome;
        assertThat(rejected.errors()).extracting(FieldError::code).containsExactly(code);
        assertThat(rejected.errors()).extracting(FieldError::field).containsExactly(field);
        return rejected;
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "id"})
    void knowsTheCategory_whicheverWayItIsShown(String way) {
        try (SimulatedAccount other = SimulatedAccount.start("productCategory", way)) {
            FieldDescription category = other.field("product", "category");
            String key = category.options().get(0).key();
            RecordRef product = other.created("product", Map.of("name", "A", "category", key))
                    .ref();

            Object read = other.read(product).value("category").orElseThrow();

            assertThat(other.session.canonical(PRODUCT, category, read).value()).isEqualTo(key);
            assertThat(SimulatedAccount.stored(other.update(product, Map.of("category", read)))
                            .value("category"))
                    .contains(read);
        }
    }

    @Test
    void takesAProductAway_andFindsWhatIsNewAndWhatChanged() {
        RecordRef gone = product("Gone");
        RecordRef changed = product("Changed");
        product("Same");
        account.delete(gone);
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        RecordRef created = product("New");
        account.update(changed, Map.of("name", "Changed more"));
        account.simulator.clock().advance(Duration.ofSeconds(36));

        assertThat(ids(account.all("product"))).hasSize(3).doesNotContain(gone.id());
        assertThat(ids(account.scan(new ScanRequest.ChangedSince(PRODUCT, since))))
                .containsOnly(created.id(), changed.id());
    }

    @Test
    void hangsAProductOnADeal() {
        RecordRef deal = deal("Deal");
        RecordRef product = product("Coaching");
        Map<String, Object> fields = Map.of(
                "deal_id",
                deal,
                "product_id",
                product,
                "item_price",
                new BigDecimal("80.5"),
                "quantity",
                new BigDecimal("3"),
                "tax",
                new BigDecimal("19"),
                "tax_method",
                "exclusive",
                "discount",
                new BigDecimal("10"),
                "discount_type",
                "percentage",
                "comments",
                "Spring");

        CrmRecord stored = account.created("dealProduct", fields);

        CrmRecord read = account.read(stored.ref());
        fields.forEach((key, value) -> assertThat(read.value(key)).as(key).contains(value));
        assertThat(stored.ref().id()).startsWith(deal.id() + "-");
    }

    @Test
    void changesAndTakesAwayTheProductOfADeal() {
        RecordRef deal = deal("Deal");
        RecordRef line = line(deal, product("A"), "5").ref();

        CrmRecord stored = SimulatedAccount.stored(account.update(line, Map.of("quantity", new BigDecimal("7"))));

        assertThat(stored.ref()).isEqualTo(line);
        assertThat(account.read(line).value("quantity")).contains(new BigDecimal("7"));
        assertThat(((WriteOutcome.Written) account.delete(line)).how()).isEqualTo(WriteOutcome.How.DELETED);
        assertThat(((WriteOutcome.Written) account.delete(line)).how()).isEqualTo(WriteOutcome.How.ALREADY_GONE);
        assertThat(account.scan(new ScanRequest.OfParents(LINE, List.of(deal)))).isEmpty();
    }

    @Test
    void readsTheProductsOfManyDeals_aHundredACall() {
        RecordRef product = product("A");
        List<RecordRef> deals = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            deals.add(deal("Deal " + i));
            lines.add(line(deals.get(i), product, "5").ref().id());
        }
        long before = account.tokensSpent();

        List<CrmRecord> read = account.scan(new ScanRequest.OfParents(LINE, deals));

        assertThat(ids(read)).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(account.tokensSpent() - before).isEqualTo(20);
        assertThat(account.session.pricing().read(new ScanRequest.OfParents(LINE, deals), read.size()))
                .contains(new Cost("daily", 20));
    }

    @Test
    void isRejectedUnsent_withoutADeal() {
        WriteOutcome outcome = account.create(
                "dealProduct", Map.of("product_id", product("A"), "item_price", BigDecimal.ONE, "quantity", TWO));

        assertThat(outcome).isEqualTo(rejected(outcome, "REQUIRED", "deal_id"));
    }

    @Test
    void isRejectedUnsent_whenAnUpdateMovesItToAnotherDeal() {
        RecordRef line = line(deal("One"), product("A"), "5").ref();

        WriteOutcome outcome = account.update(line, Map.of("deal_id", deal("Two")));

        assertThat(outcome).isEqualTo(rejected(outcome, "NOT_WRITABLE", "deal_id"));
    }

    private static List<String> ids(List<CrmRecord> records) {
        return records.stream().map(record -> record.ref().id()).toList();
    }
}
