package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong on the way, and the truth about it. */
final class FaultRules {

    private FaultRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects("D50", "A write whose answer is lost is InDoubt.", any -> true, FaultRules::inDoubt),
                Rule.ofObjects(
                        "D51",
                        "The writer never repeats a write: after a lost answer there is one record at most.",
                        any -> true,
                        FaultRules::once),
                Rule.ofObjects(
                        "D52",
                        "A write that nobody took is Postponed as an OUTAGE, and nothing is done.",
                        any -> true,
                        FaultRules::outage),
                Rule.ofObjects(
                        "D53", "Refused credentials throw FatalConnectorException.", any -> true, FaultRules::fatal),
                Rule.ofObjects(
                        "D54",
                        "A read that nobody takes throws RetryableConnectorException.",
                        Reading::isReadable,
                        FaultRules::unreachable),
                Rule.ofObjects(
                        "D55",
                        "resolve answers every attempt in order or none, and gives no record that is claimed.",
                        any -> true,
                        FaultRules::resolves));
    }

    /** Makes a write whose answer gets lost, and takes its record away after the check, if it can be found. */
    private static WriteOutcome lost(Probe probe, Write create, Optional<Set<String>> before) {
        probe.begin(Fault.ANSWER_LOST);
        WriteOutcome outcome;
        try {
            outcome = probe.write(create);
        } finally {
            probe.account().end();
        }
        created(probe, create, before).forEach(id -> probe.remember(new RecordRef(create.type(), id)));
        return outcome;
    }

    private static Set<String> created(Probe probe, Write create, Optional<Set<String>> before) {
        Set<String> created = new HashSet<>(new Reading(probe).liveIds(create).orElse(Set.of()));
        created.removeAll(before.orElse(created));
        return created;
    }

    private static void inDoubt(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        WriteOutcome outcome = lost(probe, create, new Reading(probe).liveIds(create));
        expect(Outcomes.isInDoubt(outcome), "its answer was lost, and it is " + Outcomes.told(outcome));
        expect(outcome.effect().equals(create.effect()), "the outcome has another effect than the write");
    }

    private static void once(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        Optional<Set<String>> before = new Reading(probe).liveIds(create);
        if (before.isEmpty()) {
            throw new NotCheckableException("nobody knows its records. Override liveIds() of the ContractAccount");
        }
        lost(probe, create, before);
        int now = created(probe, create, before).size();
        expect(now <= 1, "one create was sent, its answer was lost, and " + now + " records are there");
    }

    private static void outage(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        Optional<Set<String>> before = new Reading(probe).liveIds(create);
        probe.begin(Fault.CONNECTION_REFUSED);
        WriteOutcome outcome;
        try {
            useUpConnections(probe, sample);
            outcome = probe.write(create);
        } finally {
            probe.account().end();
        }
        expect(
                outcome instanceof WriteOutcome.Postponed postponed && postponed.reason() == WriteOutcome.Reason.OUTAGE,
                "nobody took it, and it is " + Outcomes.told(outcome));
        expect(created(probe, create, before).isEmpty(), "it was Postponed, but a record is there");
        WriteOutcome again = probe.write(create);
        expect(Outcomes.written(again).isPresent(), "after the outage the same write is " + Outcomes.told(again));
    }

    /** On a connection from before, nobody can tell whether a call was taken: reads use them up. */
    private static void useUpConnections(Probe probe, Sample sample) {
        int most = 2 * probe.object(sample.type()).traits().concurrency();
        for (int i = 0; i < most; i++) {
            Probe.quietly(() -> probe.session().catalog());
        }
    }

    private static void fatal(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        probe.begin(Fault.CREDENTIALS_REFUSED);
        try {
            WriteOutcome outcome = probe.write(create);
            throw new RuleBrokenException("the credentials were refused, and a write is " + Outcomes.told(outcome));
        } catch (FatalConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing about what to do");
        } finally {
            probe.account().end();
        }
    }

    private static void unreachable(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        ScanRequest request = new Reading(probe)
                .ways(made).stream()
                        .filter(way -> new Reading(probe).offered(way).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new NotCheckableException("it cannot be read. Mend that first"));
        probe.begin(Fault.CONNECTION_REFUSED);
        try {
            probe.session().reader().scan(request).next();
            throw new RuleBrokenException("nobody took connections, and a scan gave a page");
        } catch (RetryableConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing");
        } finally {
            probe.account().end();
        }
    }

    private static void resolves(Probe probe, Sample sample) {
        Instant now = probe.account().clock().instant();
        Made first = probe.given(sample);
        Made second = probe.given(sample);
        probe.settle(sample.type());
        Set<RecordRef> claimed = Set.of(first.ref(), second.ref());
        List<Attempt> attempts = List.of(
                new Attempt(first.create(), now, Optional.empty()),
                new Attempt(second.create(), now, Optional.empty()));
        Optional<List<Resolution>> resolutions = probe.session().writer().resolve(attempts, claimed::contains);
        resolutions.ifPresent(all -> {
            expect(all.size() == attempts.size(), attempts.size() + " attempts have " + all.size() + " resolutions");
            for (Resolution one : all) {
                boolean taken = one instanceof Resolution.Happened happened && claimed.contains(happened.ref());
                expect(!taken, "an attempt is resolved to a record that the journal knows already");
            }
        });
    }
}
