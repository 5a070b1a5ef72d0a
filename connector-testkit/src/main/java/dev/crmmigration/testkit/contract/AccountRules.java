package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.Pricing.Chore;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a destination finds out for the engine besides: before a run, and when something looks odd. */
final class AccountRules {

    private AccountRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D59",
                        "presence says LIVE of what is there and GONE of what was deleted, or UNKNOWN.",
                        object -> object.traits().deletable() && Reading.isReadable(object),
                        AccountRules::presence),
                Rule.ofAccount(
                        "D60",
                        "preflight changes nothing, and its probe can be created and deleted.",
                        AccountRules::preflight),
                Rule.ofAccount("D61", "A chore takes from the meter what pricing() says of it.", AccountRules::chores),
                Rule.ofAccount(
                        "D62", "Capacities count objects and fields that the catalog has.", AccountRules::capacities));
    }

    private static void presence(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        probe.settle(sample.type());
        Presence before = probe.session().reader().presence(made.ref());
        expect(before == Presence.LIVE || before == Presence.UNKNOWN, "it is there, and presence says " + before);
        probe.givenWrite(probe.delete(made.ref()));
        probe.settle(sample.type());
        Presence after = probe.session().reader().presence(made.ref());
        expect(after == Presence.GONE || after == Presence.UNKNOWN, "it was deleted, and presence says " + after);
    }

    private static void preflight(Probe probe) {
        SchemaEditor editor = probe.session().schema();
        Set<String> before = Probe.tried("the keys cannot be read", editor::keys);
        Preflight found = probe.session().preflight();
        expect(editor.keys().equals(before), "it changed the schema");
        for (Preflight.Finding finding : found.findings()) {
            expect(!finding.code().isBlank() && !finding.message().isBlank(), "a finding has no code or says nothing");
        }
        found.probe().ifPresent(tried -> {
            Write.Create create = new Write.Create(probe.effect(), tried.type(), tried.fields());
            WriteOutcome outcome = probe.write(create);
            expect(Outcomes.is(outcome, How.CREATED), "its probe is not created: " + Outcomes.told(outcome));
            WriteOutcome gone = probe.write(
                    probe.delete(Outcomes.written(outcome).orElseThrow().ref()));
            expect(Outcomes.is(gone, How.DELETED), "its probe is not deleted: " + Outcomes.told(gone));
        });
    }

    private static void chores(Probe probe) {
        Pricing pricing = probe.session().pricing();
        for (Chore chore : Chore.values()) {
            List<Cost> said = pricing.chore(chore);
            // Nothing is what a connector says that does not price its chores
            if (!said.isEmpty()) {
                PricingRules.bill(probe, "the chore " + chore, said, work(probe, chore));
            }
        }
    }

    private static Supplier<?> work(Probe probe, Chore chore) {
        return switch (chore) {
            case CATALOG -> probe.session()::catalog;
            case PREFLIGHT -> probe.session()::preflight;
            case SCHEMA_KEYS -> probe.session().schema()::keys;
        };
    }

    private static void capacities(Probe probe) {
        for (Capacity capacity : probe.catalog().capacities()) {
            for (Capacity.Counted counted : capacity.records()) {
                Optional<ObjectDescription> object = probe.catalog().object(counted.object());
                expect(
                        object.isPresent(),
                        capacity.name() + " counts " + counted.object() + ", which the catalog lacks");
                counted.where()
                        .ifPresent(where -> expect(
                                object.flatMap(known -> known.field(where.field()))
                                        .isPresent(),
                                capacity.name() + " looks at " + counted.object() + "." + where.field()
                                        + ", which the catalog lacks"));
            }
        }
    }
}
