package dev.crmmigration.testkit.acme;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;
import dev.crmmigration.testkit.contract.Fault;
import dev.crmmigration.testkit.contract.Sample;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import dev.crmmigration.testkit.reference.ReferenceDestination;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The contract of destinations on a connector: here the reference connector, in its place yours. */
class AcmeDestinationTest extends DestinationContract {

    @Override
    protected ContractAccount account() {
        return new AcmeAccount();
    }

    /** An account in a simulator or a sandbox, and what only the test knows of it. */
    private static final class AcmeAccount implements ContractAccount {

        private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
        private final ReferenceAccount account = new ReferenceAccount(clock);

        @Override
        public Destination destination() {
            return new ReferenceDestination(account);
        }

        @Override
        public Settings settings() {
            return Settings.none().secret("token", "token-of-the-test");
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
                            .set("name", "Acme {n}")
                            .set("reference", "ref-{n}")
                            .set("website", "https://www.example.com/{n}")
                            .set("employees", 12L)
                            .set("rating", "Gold")
                            .set("tags", List.of("Partner", "Customer"))
                            .set("since", Instant.parse("2019-05-06T07:08:09Z"))
                            .change("name", "Globex {n}")
                            .wrong("employees", "a dozen and more")
                            .build(),
                    Sample.of("person")
                            .set("name", "Jane Doe {n}")
                            .set("nickname", "janey-{n}")
                            .set("emails", List.of(new ContactPoint("jane{n}@example.org", "work", true)))
                            .set("company", new Link("company", "1"))
                            .set("owner", new UserLink("ann@example.com"))
                            .change("name", "Jane Roe {n}")
                            .build(),
                    Sample.of("note")
                            .set("text", "Said yes {n}")
                            .set("person", new Link("person", "1"))
                            .change("text", "Said no {n}")
                            .build(),
                    Sample.of("visit")
                            .set("title", "Lunch {n}")
                            .set("people", List.of(new Link("person", "1")))
                            .set("length", Duration.ofMinutes(45))
                            .change("title", "Dinner {n}")
                            .build(),
                    Sample.of("signal")
                            .set("title", "Ping {n}")
                            .change("title", "Pong {n}")
                            .build());
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
    }
}
