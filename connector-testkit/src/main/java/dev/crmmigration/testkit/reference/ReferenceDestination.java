package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.testkit.contract.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A destination that keeps every rule of {@code DestinationContract}, over an account in memory: read it beside
 * {@code RULES.md}, and use it where a test of an engine or a mapping needs an account that behaves.
 */
public final class ReferenceDestination implements Destination {

    private final ReferenceAccount account;

    public ReferenceDestination(ReferenceAccount account) {
        this.account = account;
    }

    @Override
    public String platform() {
        return "reference";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.secret("token", "Any text"));
    }

    @Override
    public DestinationSession open(Settings settings, ConnectorContext context) {
        Meter meter = context.meter(ReferenceAccount.NAME);
        Session session = new Session(account, meter);
        meter.declare(session.pricing().allowances());
        session.call(ReferencePricing.CALL);
        if (account.suffers(Fault.CONNECTION_REFUSED)) {
            throw RetryableConnectorException.of(Session.UNREACHABLE, null);
        }
        return session;
    }

    /** An open account. Thread-safe. */
    private record Session(ReferenceAccount account, Meter meter)
            implements DestinationSession, RecordWriter, RecordReader {

        static final String UNREACHABLE = "the account takes no connections now. It is tried again.";

        private static final Pricing PRICING = new ReferencePricing();
        private static final Duration PAUSE = Duration.ofSeconds(5);

        /** Charges a call, and makes sure of the credentials. */
        void call(List<Cost> costs) {
            try {
                meter.acquire(costs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw RetryableConnectorException.of("the call was interrupted", e);
            }
            if (account.suffers(Fault.CREDENTIALS_REFUSED)) {
                throw new FatalConnectorException("the account refuses the token. Check the setting token.");
            }
        }

        @Override
        public Catalog catalog() {
            call(ReferencePricing.CALL);
            return account.schema.catalog();
        }

        @Override
        public Preflight preflight() {
            return new Preflight(
                    List.of(Preflight.Finding.ok("TOKEN", "The token may do everything.")),
                    Optional.of(new Preflight.Probe(
                            ReferenceAccount.COMPANY, Map.of("name", FieldValue.of("Probe of a migration")))));
        }

        @Override
        public RecordWriter writer() {
            return this;
        }

        @Override
        public Presence presence(RecordRef ref) {
            call(ReferencePricing.CALL);
            return account.ids(ref.type()).contains(ref.id()) ? Presence.LIVE : Presence.GONE;
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            ObjectType type = batch.get(0).type();
            if (batch.size() > account.schema.traits(type).maxCreateBatch()) {
                throw new IllegalArgumentException("the batch of " + batch.size() + " is too large for " + type);
            }
            call(ReferencePricing.CALL);
            if (account.suffers(Fault.CONNECTION_REFUSED)) {
                return batch.stream().map(this::outage).toList();
            }
            boolean lost = account.suffersOnce(Fault.ANSWER_LOST);
            List<WriteOutcome> outcomes = batch.stream().map(account::write).toList();
            return lost ? outcomes.stream().map(Session::inDoubt).toList() : outcomes;
        }

        private WriteOutcome outage(Write write) {
            return new WriteOutcome.Postponed(write.effect(), account.now().plus(PAUSE), WriteOutcome.Reason.OUTAGE);
        }

        private static WriteOutcome inDoubt(WriteOutcome lost) {
            return new WriteOutcome.InDoubt(lost.effect(), "CONNECTION_LOST");
        }

        @Override
        public RecordReader reader() {
            return this;
        }

        @Override
        public Pages scan(ScanRequest request) {
            boolean offered = switch (account.schema.traits(request.type()).readBack()) {
                case PAGES -> true;
                case BY_IDS -> request instanceof ScanRequest.ByIds;
                case BY_PARENT -> request instanceof ScanRequest.OfParents;
                case NONE -> false;
            };
            if (!offered) {
                throw new UnsupportedOperationException(request.type() + " cannot be read that way");
            }
            return new ReferencePages(() -> find(request));
        }

        private List<CrmRecord> find(ScanRequest request) {
            call(ReferencePricing.CALL);
            if (account.suffers(Fault.CONNECTION_REFUSED)) {
                throw RetryableConnectorException.of(UNREACHABLE, null);
            }
            if (account.suffersOnce(Fault.READ_FAILS)) {
                throw RetryableConnectorException.of("the account failed to give a page. It is tried again.", null);
            }
            return account.find(request);
        }

        @Override
        public SchemaEditor schema() {
            return new ReferenceEditor(account.schema);
        }

        @Override
        public Pricing pricing() {
            return PRICING;
        }

        @Override
        public Stored canonical(ObjectType type, FieldDescription field, Object value) {
            return ReferenceValues.canonical(value);
        }

        @Override
        public String toString() {
            return "Session[" + ReferenceAccount.NAME + "]";
        }
    }
}
