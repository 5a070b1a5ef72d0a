package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Destinations that charge wrongly, tell a wrong story of a failed call, or show what is secret. */
final class CallDeviations {

    private CallDeviations() {}

    static List<Deviation> all() {
        return List.of(
                pricing("D47", "declares one allowance and prices by another", OtherAllowances::new),
                pricing("D48", "says less of writes than they take", CheapWrites::new),
                pricing("D49", "says more of scans than they take", DearScans::new),
                pricing("D61", "prices a chore that takes nothing", DearChores::new),
                Deviation.answers(
                        "D50",
                        "says that nothing happened when an answer is lost",
                        (write, outcome) -> Outcomes.isInDoubt(outcome)
                                ? new WriteOutcome.Postponed(
                                        outcome.effect(), Instant.EPOCH, WriteOutcome.Reason.OUTAGE)
                                : outcome),
                Deviation.writer("D51", "sends again when an answer is lost", CallDeviations::insistent),
                Deviation.answers(
                        "D52",
                        "is in doubt about what nobody took",
                        (write, outcome) -> outcome instanceof WriteOutcome.Postponed
                                ? new WriteOutcome.InDoubt(outcome.effect(), "CONNECTION_REFUSED")
                                : outcome),
                Deviation.writer("D53", "refuses a record for a wrong token", CallDeviations::blamingTheRecord),
                Deviation.reader("D54", "gives up for good when nobody answers", CallDeviations::givingUp),
                new Deviation("D56", "prints its token", whole -> new Forwarding.ToDestination(whole) {
                    @Override
                    public DestinationSession open(Settings settings, ConnectorContext context) {
                        return new Talkative(
                                super.open(settings, context),
                                settings.secret("token").orElseThrow().reveal());
                    }
                }),
                new Deviation("D56", "complains with its token", whole -> new Forwarding.ToDestination(whole) {
                    @Override
                    public DestinationSession open(Settings settings, ConnectorContext context) {
                        try {
                            return super.open(settings, context);
                        } catch (FatalConnectorException e) {
                            String token =
                                    settings.secret("token").orElseThrow().reveal();
                            throw new FatalConnectorException("the account refuses", new IllegalStateException(token));
                        }
                    }
                }),
                Deviation.session("D58", "cannot be closed twice", ClosesOnce::new));
    }

    private static Deviation pricing(String rule, String what, UnaryOperator<Pricing> change) {
        return Deviation.session(rule, what, session -> new Forwarding.ToSession(session) {
            @Override
            public Pricing pricing() {
                return change.apply(super.pricing());
            }
        });
    }

    private static RecordWriter insistent(RecordWriter writer) {
        return batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            if (outcomes.stream().anyMatch(Outcomes::isInDoubt)) {
                writer.write(batch.stream()
                        .map(write -> Deviation.created(write, fields -> fields.remove("reference")))
                        .toList());
            }
            return outcomes;
        };
    }

    private static RecordWriter blamingTheRecord(RecordWriter writer) {
        return batch -> {
            try {
                return writer.write(batch);
            } catch (FatalConnectorException e) {
                return batch.stream()
                        .<WriteOutcome>map(write ->
                                WriteOutcome.Rejected.of(write.effect(), "", "HTTP_401", "Look at the record."))
                        .toList();
            }
        };
    }

    private static RecordReader givingUp(RecordReader reader) {
        return request -> {
            RecordReader.Pages pages = reader.scan(request);
            return () -> {
                try {
                    return pages.next();
                } catch (RetryableConnectorException e) {
                    if (String.valueOf(e.getMessage()).contains("no connections")) {
                        throw new FatalConnectorException("nobody answers", e);
                    }
                    throw e;
                }
            };
        };
    }

    private static class ToPricing implements Pricing {

        private final Pricing other;

        ToPricing(Pricing other) {
            this.other = other;
        }

        @Override
        public List<Allowance> allowances() {
            return other.allowances();
        }

        @Override
        public List<Cost> write(ObjectType type, Action action, int records) {
            return other.write(type, action, records);
        }

        @Override
        public List<Cost> read(ScanRequest request, long records) {
            return other.read(request, records);
        }

        @Override
        public List<Cost> chore(Chore chore) {
            return other.chore(chore);
        }
    }

    private static final class OtherAllowances extends ToPricing {

        OtherAllowances(Pricing other) {
            super(other);
        }

        @Override
        public List<Allowance> allowances() {
            List<Allowance> more = new ArrayList<>(super.allowances());
            more.add(Allowance.daily("another", 5));
            return more;
        }
    }

    private static final class CheapWrites extends ToPricing {

        CheapWrites(Pricing other) {
            super(other);
        }

        @Override
        public List<Cost> write(ObjectType type, Action action, int records) {
            return action == Action.UPDATE ? List.of() : super.write(type, action, records);
        }
    }

    private static final class DearChores extends ToPricing {

        DearChores(Pricing other) {
            super(other);
        }

        @Override
        public List<Cost> chore(Chore chore) {
            return chore == Chore.SCHEMA_KEYS ? super.chore(Chore.CATALOG) : super.chore(chore);
        }
    }

    private static final class DearScans extends ToPricing {

        DearScans(Pricing other) {
            super(other);
        }

        @Override
        public List<Cost> read(ScanRequest request, long records) {
            return super.read(request, records + 2);
        }
    }

    private static final class Talkative extends Forwarding.ToSession {

        private final String token;

        Talkative(DestinationSession other, String token) {
            super(other);
            this.token = token;
        }

        @Override
        public String toString() {
            return "Session[" + token + "]";
        }
    }

    private static final class ClosesOnce extends Forwarding.ToSession {

        private boolean closed;

        ClosesOnce(DestinationSession other) {
            super(other);
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("the session is closed");
            }
            closed = true;
            super.close();
        }
    }
}
