package dev.crmmigration.testkit.contract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules for destinations, by number. */
final class DestinationRules {

    static final List<Rule<Probe>> ALL = Stream.of(
                    CatalogRules.all(),
                    SchemaRules.all(),
                    CanonicalRules.all(),
                    CreateRules.all(),
                    UpdateRules.all(),
                    RefusalRules.all(),
                    WritingRules.all(),
                    TraitRules.all(),
                    DeletingRules.all(),
                    ScanRules.all(),
                    PricingRules.all(),
                    FaultRules.all(),
                    DiscretionRules.all(),
                    AccountRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> Integer.valueOf(rule.id().substring(1))))
            .toList();

    private DestinationRules() {}
}
