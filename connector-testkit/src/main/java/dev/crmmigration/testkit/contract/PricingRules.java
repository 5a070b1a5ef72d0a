package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.Pricing.Action;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What calls cost: the forecast and the bill are one. */
final class PricingRules {

    private PricingRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofAccount(
                        "D47",
                        "The allowances of pricing() are named once each, and declared to the meter when the account opens.",
                        PricingRules::declared),
                Rule.ofObjects(
                        "D48",
                        "A write takes from the meter what pricing() says: create, batch, update and delete.",
                        any -> true,
                        PricingRules::writes),
                Rule.ofObjects(
                        "D49",
                        "A scan takes from the meter what pricing() says for so many records.",
                        Reading::isReadable,
                        PricingRules::scans));
    }

    private static void declared(Probe probe) {
        List<Allowance> allowances = probe.session().pricing().allowances();
        Set<String> names = new HashSet<>();
        for (Allowance allowance : allowances) {
            expect(names.add(allowance.name()), "the allowance " + allowance.name() + " is there twice");
        }
        String account = probe.catalog().account();
        List<Allowance> declared = probe.context().meters().values().stream()
                .flatMap(meter -> meter.declared().stream())
                .toList();
        expect(
                Set.copyOf(declared).equals(Set.copyOf(allowances)),
                "the meter was told of " + declared.size() + " allowances, pricing() has " + allowances.size());
        expect(
                allowances.isEmpty() || probe.context().meters().containsKey(account),
                "no meter was asked for by the name of the account in the catalog");
    }

    private static void writes(Probe probe, Sample sample) {
        Pricing pricing = probe.session().pricing();
        ObjectDescription object = probe.object(sample.type());
        Made made = probe.given(sample);
        Write create = probe.create(sample);
        Action action = create instanceof Write.Attach ? Action.ATTACH : Action.CREATE;
        bill(probe, "a create", pricing.write(sample.type(), action, 1), () -> probe.write(create));
        if (object.traits().maxCreateBatch() > 1) {
            Probe.tried(
                    "a batch cannot be sent",
                    () -> probe.writeAll(List.of(probe.create(sample), probe.create(sample))));
            List<Write> batch = List.of(probe.create(sample), probe.create(sample));
            bill(probe, "a batch", pricing.write(sample.type(), Action.CREATE, 2), () -> probe.writeAll(batch));
        }
        if (CatalogRules.isChangeable(object)) {
            Write.Update update = probe.update(made, probe.firstChange(sample));
            bill(probe, "an update", pricing.write(sample.type(), Action.UPDATE, 1), () -> probe.write(update));
        }
        if (object.traits().deletable()) {
            Write.Delete delete = probe.delete(made.ref());
            bill(probe, "a delete", pricing.write(sample.type(), Action.DELETE, 1), () -> probe.write(delete));
        }
    }

    private static void scans(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Reading reading = new Reading(probe);
        reading.given(made);
        List<ScanRequest> scans = new ArrayList<>(reading.ways(made));
        scans.removeIf(way -> reading.offered(way).isEmpty());
        for (ScanRequest scan : scans) {
            List<CrmRecord> found = reading.scan(scan);
            bill(
                    probe,
                    "a scan " + scan.getClass().getSimpleName(),
                    probe.session().pricing().read(scan, found.size()),
                    () -> reading.scan(scan));
        }
    }

    /** Compares what work takes with what was said that it takes. */
    static void bill(Probe probe, String what, List<Cost> said, Supplier<?> work) {
        Map<String, Long> before = probe.context().spent();
        Object done = work.get();
        Map<String, Long> taken = new TreeMap<>(probe.context().spent());
        before.forEach((name, units) -> taken.merge(name, -units, Long::sum));
        taken.values().removeIf(units -> units == 0);
        Map<String, Long> price = new TreeMap<>();
        said.forEach(cost -> price.merge(cost.allowance(), cost.units(), Long::sum));
        price.values().removeIf(units -> units == 0);
        expect(done != null && taken.equals(price), what + " took " + taken + ", pricing() says " + price);
    }
}
