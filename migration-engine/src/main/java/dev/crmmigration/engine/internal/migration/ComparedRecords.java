package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.SampleReport.FieldDiff;
import dev.crmmigration.engine.SampleReport.SampleRecord;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Mending;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.run.RecordsNow;
import dev.crmmigration.engine.internal.run.WriteFactory;
import dev.crmmigration.engine.internal.sample.FieldDiffs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads single records back and compares them field by field, for a person to look at. */
final class ComparedRecords {

    private final MigrationSession session;
    private final Catalog account;
    private final PlanFile plan;
    private final WriteFactory writes;
    private final RecordsNow reader;
    private final FieldDiffs diffs;

    ComparedRecords(MigrationSession session, PlanFile plan, Catalog account) {
        this.session = session;
        this.account = account;
        this.plan = plan;
        this.writes = RunStep.writes(session, plan, account);
        this.reader = new RecordsNow(writes, session.reader());
        this.diffs = new FieldDiffs(account, new Canon(session.destination(), account));
    }

    List<SampleRecord> of(List<Effect> effects) {
        Map<RecordRef, CrmRecord> now = readBack(effects);
        return effects.stream().map(effect -> record(effect, now)).toList();
    }

    private Map<RecordRef, CrmRecord> readBack(List<Effect> members) {
        Map<ObjectType, List<Effect>> byType = new TreeMap<>();
        members.stream()
                .filter(effect -> effect.isChange() && reader.canBeRead(effect))
                .forEach(effect -> byType.computeIfAbsent(effect.to(), type -> new ArrayList<>())
                        .add(effect));
        Map<RecordRef, CrmRecord> now = new HashMap<>();
        byType.values().forEach(effects -> now.putAll(reader.of(effects)));
        return now;
    }

    private SampleRecord record(Effect effect, Map<RecordRef, CrmRecord> now) {
        Optional<CrmRecord> found = effect.ref().flatMap(ref -> Optional.ofNullable(now.get(ref)));
        List<FieldDiff> fields = found.map(record -> fields(effect, record)).orElse(List.of());
        return new SampleRecord(
                effect.id().toString(),
                effect.origin().toString(),
                effect.ref().map(RecordRef::toString),
                state(effect, found.isPresent(), fields),
                effect.state() == EffectState.WRITTEN ? "" : new Mending(session.effects()).reason(effect),
                fields,
                effect.ref().flatMap(session.destination()::link));
    }

    private List<FieldDiff> fields(Effect effect, CrmRecord found) {
        Optional<RecordRule> rule =
                plan.compiled().rule(effect.id().mapping(), effect.id().part());
        Optional<CrmRecord> source = session.snapshot().record(effect.origin());
        if (rule.isEmpty() || source.isEmpty()) {
            return List.of();
        }
        return diffs.of(
                rule.get(),
                account.object(effect.to()).orElseThrow(),
                source.get(),
                writes.fields(effect).orElse(Map.of()),
                found);
    }

    private String state(Effect effect, boolean isFound, List<FieldDiff> fields) {
        return switch (effect.state()) {
            case HELD, FAILED -> effect.state().name();
            case PENDING, READY, SENT, DOUBT, DUPLICATE, DELETED -> "OPEN";
            case WRITTEN -> {
                if (!isFound) {
                    yield reader.canBeRead(effect) ? "MISSING" : "UNREADABLE";
                }
                yield fields.stream().anyMatch(ComparedRecords::isWrong) ? "DIFFERENT" : "EQUAL";
            }
        };
    }

    private static boolean isWrong(FieldDiff field) {
        return field.verdict().equals("DIFFERENT") || field.verdict().equals("NOT_STORED");
    }
}
