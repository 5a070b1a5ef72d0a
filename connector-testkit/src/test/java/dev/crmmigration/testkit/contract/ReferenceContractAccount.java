package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import dev.crmmigration.testkit.reference.ReferenceDestination;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The reference account with every hook, and a destination that may be made to break a rule. */
final class ReferenceContractAccount implements ContractAccount {

    static final String TOKEN = "token-of-the-reference-account";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
    private final ReferenceAccount account = new ReferenceAccount(clock);
    private final Destination destination;

    ReferenceContractAccount(UnaryOperator<Destination> change) {
        destination = change.apply(new ReferenceDestination(account));
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public Settings settings() {
        return Settings.none().secret("token", TOKEN);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("company")
                        .set("name", " Acme {n}")
                        .set("reference", "ref-{n}")
                        .set("website", "https://www.example.com/{n}")
                        .set("employees", 12L)
                        .set("since", Instant.parse("2019-05-06T07:08:09Z"))
                        .set("Motto", "Ever onward {n}")
                        .change("name", "Globex {n}")
                        .change("employees", 13L)
                        .wrong("employees", "a dozen and more")
                        .build(),
                Sample.of("company")
                        .set("name", "Initech {n}")
                        .set("rating", "Gold")
                        .set("tags", List.of("Partner", "Customer"))
                        .change("name", "Initrode {n}")
                        .change("rating", "Silver")
                        .build(),
                Sample.of("person")
                        .set("name", "Jane Doe {n}")
                        .set("nickname", "janey-{n}")
                        .set("emails", List.of(new ContactPoint("jane{n}@example.org", "Work", true)))
                        .set("company", new Link("company", "1"))
                        .set("owner", new UserLink("ann@example.com"))
                        .change("name", "Jane Roe {n}")
                        .change("company", new Link("company", "2"))
                        .change("owner", new UserLink("bob@example.com"))
                        .build(),
                Sample.of("note")
                        .set("text", "Said yes {n}")
                        .set("person", new Link("person", "1"))
                        .change("text", "Said no {n}")
                        .build(),
                Sample.of("visit")
                        .set("title", "Lunch {n}")
                        .set("people", List.of(new Link("person", "1"), new Link("person", "2")))
                        .set("length", Duration.ofMinutes(45))
                        .change("title", "Dinner {n}")
                        .build(),
                Sample.of("signal")
                        .set("title", "Ping {n}")
                        .change("title", "Pong {n}")
                        .build());
    }

    @Override
    public List<SchemaElement> schema() {
        ObjectType company = ObjectType.of("company");
        return List.of(
                SchemaElement.field(company, "Motto", FieldType.TEXT),
                SchemaElement.pickList(company, "Region", FieldType.CHOICE, List.of("North", "South")),
                SchemaElement.option(company, "rating", "Bronze"));
    }

    @Override
    public boolean begin(Fault fault) {
        account.begin(fault);
        return true;
    }

    @Override
    public void end() {
        account.end();
    }

    @Override
    public Optional<Set<String>> liveIds(ObjectType type) {
        return Optional.of(account.ids(type));
    }
}
