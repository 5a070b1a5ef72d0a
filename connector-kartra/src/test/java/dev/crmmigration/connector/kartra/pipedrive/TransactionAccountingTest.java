package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.pipedrive.Worked.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Contribution;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where each kind of transaction is accounted for, and what its deal says. */
class TransactionAccountingTest {

    private static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<CrmRecord> SNAPSHOT = List.of(
            record("contact", "c1", "email", "Ann@example.com", "company", "Acme", "created", DAY),
            record("contact", "c2", "email", "ben@example.com", "created", DAY),
            record("contact", "c3", "email", "ann@Example.com", "created", DAY.plusSeconds(60)),
            record("subscription", "s1", "lead_id", "c1", "status", "active", "start_date", DAY),
            record("subscription", "s2", "lead_id", "c2", "status", "cancelled", "start_date", DAY),
            sale("sale", "t1", 100, "lead_id", "c1"),
            sale("sale", "t2", 50, "lead_id", "c1", "subscription_id", "s1"),
            sale("rebill", "t3", 40, "lead_id", "c1", "subscription_id", "s1"),
            sale("rebill", "t4", 30, "lead_id", "c1", "subscription_id", "gone"),
            sale("refund", "t5", 100, "lead_id", "c1", "refund_of", "t1"),
            sale("partial refund", "t6", 20, "lead_id", "c1", "refund_of", "t2"),
            sale("refund", "t7", 40, "subscription_id", "s1", "refund_of", "t3"),
            sale("chargeback", "t8", 30, "refund_of", "t4"),
            sale("refund", "t9", 15, "lead_id", "c2"),
            sale("failed", "t10", 40, "subscription_id", "s1"),
            sale("failed", "t11", 99, "lead_id", "c2"),
            sale("cancellation", "t12", 0, "subscription_id", "s2", "automatic_cancellation", true),
            sale("request can", "t13", 0, "subscription_id", "s1"),
            sale("revert can", "t14", 0, "subscription_id", "s1"),
            sale("pending", "t15", 70, "lead_id", "gone", "buyer_email", "BEN@example.com"),
            sale("gift", "t16", 1),
            sale("sale", "t17", 5, "lead_id", "gone", "buyer_email", "nobody@example.com"));

    private final InventedContext context = new InventedContext();

    @Test
    void accountsForEveryTransactionOnce() {
        for (String rebills : List.of("rolled", "own")) {
            context.answering("rebills", rebills);

            assertThat(SNAPSHOT.stream()
                            .filter(record -> record.ref().type().name().equals("transaction")))
                    .allSatisfy(transaction -> assertThat(ways(transaction))
                            .as(
                                    "%s of transaction %s",
                                    rebills, transaction.ref().id())
                            .hasSize(1));
        }
    }

    @Test
    void rollsRecurringPaymentsIntoTheirSubscription_ifItIsThere() {
        assertThat(way("t2")).isEqualTo("own deal");
        assertThat(way("t3")).isEqualTo("SubscriptionToDeal s1");
        assertThat(way("t4")).isEqualTo("own deal");
        assertThat(way("t10")).isEqualTo("SubscriptionToDeal s1");
        assertThat(way("t12")).isEqualTo("SubscriptionToDeal s2");
    }

    @Test
    void leadsRefundsToTheDealThatCarriesThePayment() {
        assertThat(way("t5")).isEqualTo("TransactionToDeal t1");
        assertThat(way("t6")).isEqualTo("TransactionToDeal t2");
        assertThat(way("t7")).isEqualTo("SubscriptionToDeal s1");
        assertThat(way("t8")).isEqualTo("TransactionToDeal t4");
        assertThat(way("t9")).isEqualTo("own deal");

        context.answering("rebills", "own");

        assertThat(way("t3")).isEqualTo("own deal");
        assertThat(way("t7")).isEqualTo("TransactionToDeal t3");
    }

    @Test
    void leavesOutEventsWithoutSubscriptionAndTypesThatNobodyMapped() {
        assertThat(way("t11")).isEqualTo("no money moved, and the export has no subscription to record them on");
        assertThat(way("t16")).isEqualTo("the value map transactionType leaves their type out");
    }

    @Test
    void countsMoneyOnce() {
        BigDecimal money = new BigDecimal(100 + 50 + 40 + 30 + 70 + 15 + 5);

        assertThat(dealValues()).isEqualByComparingTo(money);

        context.answering("rebills", "own");

        assertThat(dealValues()).isEqualByComparingTo(money);
    }

    @Test
    void tellsFromTheRefundHowASaleEnded() {
        assertThat(deal("t1", "status")).isEqualTo("Lost");
        assertThat(deal("t1", "lost_reason")).isEqualTo("Refunded");
        assertThat(deal("t1", "stage_id")).isEqualTo("Kartra sales / Refunded");
        assertThat(deal("t1", "refunded_amount__c")).isEqualTo(new Money(new BigDecimal(100), "USD"));
        assertThat(deal("t4", "lost_reason")).isEqualTo("Chargeback");
        assertThat(deal("t2", "status")).isEqualTo("Won");
        assertThat(deal("t2", "won_time")).isEqualTo(DAY);
        assertThat(deal("t2", "lost_time")).isNull();
        assertThat(deal("t2", "refunded_amount__c")).isEqualTo(new Money(new BigDecimal(20), "USD"));
        assertThat(deal("t9", "lost_reason")).isEqualTo("Refunded (no sale found)");
        assertThat(deal("t15", "status")).isEqualTo("Open");
        assertThat(deal("t15", "won_time")).isNull();
    }

    @Test
    void linksTheBuyerByIdThenByMail_orHoldsTheDeal() {
        assertThat(deal("t1", "person_id")).isEqualTo(new Link("ContactToPerson", "c1"));
        assertThat(deal("t15", "person_id")).isEqualTo(new Link("ContactToPerson", "c2"));
        assertThat(deal("t17", "person_id")).isEqualTo(new Link("ContactToPerson", "gone"));

        context.answering("unlinkedTransactions", "withoutPerson");

        assertThat(deal("t17", "person_id")).isNull();
    }

    @Test
    void givesDealsTheOrganizationOfTheBuyer() {
        assertThat(deal("t1", "org_id")).isEqualTo(new Link("CompanyToOrganization", "company:acme"));
        assertThat(deal("t15", "org_id")).isEqualTo(new Link("CompanyToOrganization", "contact:c2"));

        context.answering("withoutCompany", "none");

        assertThat(deal("t15", "org_id")).isNull();
    }

    @Test
    void sumsUpASubscriptionAndTellsWhyItEnded() {
        assertThat(subscription("s1", "value")).isEqualTo(new BigDecimal(40));
        assertThat(subscription("s1", "currency")).isEqualTo("USD");
        assertThat(subscription("s1", "refunded_amount__c")).isEqualTo(new Money(new BigDecimal(40), "USD"));
        assertThat(subscription("s1", "status")).isEqualTo("Open");
        assertThat(subscription("s1", "lost_time")).isNull();
        assertThat(subscription("s2", "value")).isEqualTo(new BigDecimal("0.00"));
        assertThat(subscription("s2", "lost_reason")).isEqualTo("Payment failure");
        assertThat(subscription("s2", "lost_time")).isEqualTo(DAY);
        assertThat(subscription("s2", "stage_id")).isEqualTo("Kartra subscriptions / Cancelled");
    }

    @Test
    void givesDuplicatesOfAContactTheCompanyOfTheOther() {
        Records organizations =
                (Records) new CompanyToOrganization().define(context).get(0);
        Expression key = organizations.derivedBy().orElseThrow();

        assertThat(worked().value(key, find("contact", "c3"))).isEqualTo("company:acme");

        context.answering("duplicateContacts", "keep");
        Records kept = (Records) new CompanyToOrganization().define(context).get(0);

        assertThat(worked().value(kept.derivedBy().orElseThrow(), find("contact", "c3")))
                .isEqualTo("contact:c3");
    }

    private BigDecimal dealValues() {
        BigDecimal sum = BigDecimal.ZERO;
        for (CrmRecord record : SNAPSHOT) {
            String object = record.ref().type().name();
            Object value = null;
            if (object.equals("subscription")) {
                value = field(new SubscriptionToDeal().define(context), record, "value");
            } else if (object.equals("transaction") && ways(record).contains("own deal")) {
                value = field(new TransactionToDeal().define(context), record, "value");
            }
            sum = value == null ? sum : sum.add((BigDecimal) value);
        }
        return sum;
    }

    private String way(String transaction) {
        return ways(find("transaction", transaction)).get(0);
    }

    private List<String> ways(CrmRecord transaction) {
        return InventedContext.rows().stream()
                .flatMap(row -> row.define(context).stream())
                .filter(part -> part.from().equals(ObjectType.of("transaction")) && !(part instanceof Resolution))
                .filter(part -> worked().holds(part.where(), transaction))
                .map(part -> way(part, transaction))
                .toList();
    }

    private String way(MappingPart part, CrmRecord transaction) {
        return part.match(
                records -> "own deal",
                fold -> fold.toMapping() + " " + worked().value(((Contribution) part).key(), transaction),
                owner -> "owner",
                document -> "document",
                exclusion -> exclusion.reason());
    }

    private @Nullable Object deal(String transaction, String target) {
        return field(new TransactionToDeal().define(context), find("transaction", transaction), target);
    }

    private @Nullable Object subscription(String subscription, String target) {
        return field(new SubscriptionToDeal().define(context), find("subscription", subscription), target);
    }

    private @Nullable Object field(List<MappingPart> parts, CrmRecord record, String target) {
        FieldMapping mapping = ((Records) parts.get(0))
                .fields().stream()
                        .filter(field -> field.target().equals(target))
                        .findFirst()
                        .orElseThrow();
        return worked().value(mapping.value(), record);
    }

    private Worked worked() {
        return new Worked(SNAPSHOT, context);
    }

    private static CrmRecord find(String object, String id) {
        return SNAPSHOT.stream()
                .filter(record -> record.ref().type().name().equals(object)
                        && record.ref().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CrmRecord sale(String type, String id, int amount, Object... more) {
        CrmRecord.Builder record = CrmRecord.builder("transaction", id)
                .put("type", type)
                .put("date", DAY)
                .put("amount", new Money(new BigDecimal(amount), "USD"));
        CrmRecord others = record("transaction", id, more);
        others.fields().keySet().forEach(column -> others.value(column).ifPresent(value -> record.put(column, value)));
        return record.build();
    }
}
