package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.testkit.contract.ContractSource.BrokenRow;
import java.util.List;
import java.util.OptionalLong;

/** Rows: each one is accounted for, also those that cannot be read. */
final class SourceRowRules {

    private SourceRowRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                SourceRules.ofObjects("S26", "Every row is a record or put aside.", SourceRowRules::addUp),
                SourceRules.ofObjects(
                        "S27",
                        "A row that cannot be read is put aside with its place and what to do; the others are read.",
                        SourceRowRules::putsAside),
                SourceRules.ofObjects(
                        "S28", "A row that is put aside does not show what stands in it.", SourceRowRules::keepsQuiet),
                SourceRules.ofObjects("S29", "FULL is not said if a row was put aside.", SourceRowRules::isNotFull));
    }

    private static void addUp(SourceProbe probe, ObjectDescription object) {
        OptionalLong rows = probe.source().rows(object.type());
        if (rows.isEmpty()) {
            throw new NotCheckableException("the source's test has no hook rows()");
        }
        int entries = probe.given(object.type()).present().size();
        expect(rows.getAsLong() == entries, "there are " + rows.getAsLong() + " rows, but " + entries + " entries");
    }

    /** Breaks a row, and reads the object as it is then. */
    private static SourceReading broken(SourceProbe probe, ObjectType type, BrokenRow row) {
        try {
            return probe.anew(ReadRequest.all(type));
        } catch (RuntimeException e) {
            throw new NotCheckableException(row.origin() + " ends the reading", e);
        }
    }

    private static BrokenRow row(SourceProbe probe, ObjectType type) {
        probe.changed();
        return SourceProbe.hook(probe.source().breakRow(type), "breakRow()");
    }

    private static void putsAside(SourceProbe probe, ObjectDescription object) {
        List<SourceEntry.Read> before = probe.given(object.type()).reads();
        BrokenRow row = row(probe, object.type());
        SourceReading after = probe.anew(ReadRequest.all(object.type()));
        SourceEntry.Quarantined aside = after.aside().stream()
                .filter(one -> one.origin().equals(row.origin()))
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException(row.origin() + " cannot be read and is not put aside"));
        expect(aside.rule().strip().contains(" "), row.origin() + " does not say what to do");
        List<String> left = SourceReading.places(List.copyOf(after.reads()));
        expect(
                before.stream()
                        .map(read -> read.origin().toString())
                        .filter(place -> !place.equals(row.origin().toString()))
                        .allMatch(left::contains),
                "other rows are not read any more");
    }

    private static void keepsQuiet(SourceProbe probe, ObjectDescription object) {
        BrokenRow row = row(probe, object.type());
        for (SourceEntry.Quarantined aside : broken(probe, object.type(), row).aside()) {
            expect(
                    !aside.toString().contains(row.text()),
                    row.origin() + " shows its text in "
                            + (aside.rule().contains(row.text()) ? "its rule" : "toString"));
        }
    }

    private static void isNotFull(SourceProbe probe, ObjectDescription object) {
        BrokenRow row = row(probe, object.type());
        expect(
                broken(probe, object.type(), row).coverage() != Coverage.FULL,
                "FULL is said although " + row.origin() + " was put aside, whose record would count as deleted");
    }
}
