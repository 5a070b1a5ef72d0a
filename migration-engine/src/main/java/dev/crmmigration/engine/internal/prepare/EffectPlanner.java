package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.draft.Draft.DraftField;
import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.journal.Accounts;
import dev.crmmigration.engine.internal.journal.Accounts.Way;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectBuilder;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.profile.StaleContacts;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out everything that a plan owes for a snapshot: effects, the edges between them, and who carries the rest. */
public final class EffectPlanner {

    private static final int PAGE = 500;
    private static final String STALE =
            "bounced, unsubscribed or stale, and no other record names it (choice " + Policies.STALE_CONTACTS + ")";

    private final CompiledPlan plan;
    private final Snapshot snapshot;
    private final Drafter drafter;
    private final Database database;
    private final Effects effects;
    private final EffectBuilder builder;
    private final Accounts accounts;
    private final FilePieces pieces;
    private final OwedReferences references;
    private final StaleContacts stale;
    private final Map<String, Long> undecided = new TreeMap<>();
    private final Map<ObjectType, Long> ofStale = new TreeMap<>();

    /** Plans without regard to how contacts stand. */
    public EffectPlanner(CompiledPlan plan, Snapshot snapshot, Drafter drafter, Attachments files, Database database) {
        this(plan, snapshot, drafter, files, database, StaleContacts.none());
    }

    /** @param stale the contacts that are left out if the plan says so */
    public EffectPlanner(
            CompiledPlan plan,
            Snapshot snapshot,
            Drafter drafter,
            Attachments files,
            Database database,
            StaleContacts stale) {
        this.stale = stale;
        this.pieces = new FilePieces(plan, drafter, files);
        this.plan = plan;
        this.snapshot = snapshot;
        this.drafter = drafter;
        this.database = database;
        this.effects = new Effects(database);
        this.builder = new EffectBuilder(effects, snapshot.generation());
        this.accounts = new Accounts(database);
        this.references = new OwedReferences(plan, effects);
    }

    public Effects effects() {
        return effects;
    }

    public Accounts accounts() {
        return accounts;
    }

    /**
     * Fills the work table anew; what was sent already stays.
     *
     * @param inspector sees every draft once, parents before children or after them
     * @throws ConfigurationException if records wait for each other in a circle
     */
    public void build(BiConsumer<Effect, Draft> inspector) {
        builder.begin();
        undecided.clear();
        ofStale.clear();
        database.transaction(() -> {
            for (int number = 0; number < plan.rules().size(); number++) {
                seed(number, plan.rules().get(number));
            }
            builder.settleSeeds();
        });
        for (EffectState state : List.of(EffectState.READY, EffectState.WRITTEN, EffectState.SENT, EffectState.DOUBT)) {
            link(state, inspector);
        }
        database.transaction(() -> {
            Optional<Long> circle = builder.settleEdges();
            if (circle.isPresent()) {
                throw new ConfigurationException("the plan makes " + circle.get()
                        + " records wait for each other in a circle. Let one of the references be set later (LATER) or left out"
                        + " (OMIT)");
            }
            account();
        });
    }

    private void seed(int number, RecordRule rule) {
        snapshot.forEach(rule.from(), record -> {
            if (!drafter.takes(rule.part().where(), record)) {
                return;
            }
            Optional<RecordRef> source = source(rule, record);
            if (source.isPresent() && !isLeftOut(rule, record)) {
                seed(number, rule, record, source.get());
            }
        });
    }

    /** What is derived from several records is not counted: others may give it as well. */
    private boolean isLeftOut(RecordRule rule, CrmRecord record) {
        if (!stale.contains(record)) {
            return false;
        }
        if (rule.part().derivedBy().isEmpty()) {
            ofStale.merge(rule.to(), 1L, Long::sum);
        }
        return leavesOut();
    }

    private boolean leavesOut() {
        return plan.answer(Policies.STALE_CONTACTS).equals(Policies.LEAVE_OUT);
    }

    /** Counts the contacts that may be left out. */
    public long stale() {
        return stale.count();
    }

    /** Counts what contacts that may be left out give or would give, by object of the destination. */
    public Map<ObjectType, Long> ofStale() {
        return ofStale;
    }

    private void seed(int number, RecordRule rule, CrmRecord record, RecordRef source) {
        String orderKey = orderKey(rule, record);
        String sameKey = rule.part()
                .sameAs()
                .map(same -> key(rule, same, record))
                .filter(key -> !key.isEmpty())
                .orElse(null);
        for (String part : pieces.parts(rule, record)) {
            EffectId effect = new EffectId(rule.mapping(), source, part);
            builder.seed(number, effect, pieces.object(rule, part), record.ref(), orderKey, sameKey);
        }
    }

    private Optional<RecordRef> source(RecordRule rule, CrmRecord record) {
        if (rule.part().derivedBy().isEmpty()) {
            return Optional.of(record.ref());
        }
        return rule.part()
                .derivedBy()
                .map(key -> key(rule, key, record))
                .filter(key -> !key.isEmpty())
                .map(key -> RecordRef.derived(rule.mapping(), key));
    }

    /** Evaluates what decides about a whole record; if that cannot be worked out the plan has a question. */
    private @Nullable String key(RecordRule rule, Expression expression, CrmRecord record) {
        return decided(rule, () -> drafter.text(expression, record));
    }

    private <T> @Nullable T decided(RecordRule rule, Supplier<@Nullable T> evaluation) {
        try {
            return evaluation.get();
        } catch (UnmappedValueException e) {
            // The value map has counted it, and the plan asks for it.
            return null;
        } catch (MappingFailedException e) {
            undecided.merge(rule.mapping() + ": " + e.getMessage(), 1L, Long::sum);
            return null;
        }
    }

    /** Counts, by mapping and cause, the keys that could not be worked out. */
    public Map<String, Long> undecided() {
        return undecided;
    }

    private String orderKey(RecordRule rule, CrmRecord record) {
        String key = rule.part().orderBy().stream()
                .map(order -> SortKey.of(decided(rule, () -> drafter.value(order, record))))
                .collect(Collectors.joining("\u0001"));
        return key + "\u0001" + SortKey.digits(record.ref().id());
    }

    private void link(EffectState state, BiConsumer<Effect, Draft> inspector) {
        long after = 0;
        List<Effect> page = effects.page(state, after, PAGE);
        while (!page.isEmpty()) {
            List<Effect> these = page;
            database.transaction(() -> these.forEach(effect -> link(effect, inspector)));
            after = page.get(page.size() - 1).number();
            page = effects.page(state, after, PAGE);
        }
    }

    private void link(Effect effect, BiConsumer<Effect, Draft> inspector) {
        Optional<Draft> draft = draft(effect);
        if (draft.isEmpty()) {
            return;
        }
        for (DraftField field : draft.get().fields().values()) {
            field.links().stream()
                    .flatMap(link -> references.effect(link).stream())
                    .filter(parent -> parent.number() != effect.number() && parent.state() != EffectState.DELETED)
                    .forEach(parent -> builder.edge(effect.number(), parent.number(), field.ifMissing()));
        }
        inspector.accept(effect, draft.get());
    }

    /** Makes the draft of an effect; empty if the plan has no rule for it any more, or the source does not owe it now. */
    public Optional<Draft> draft(Effect effect) {
        Optional<RecordRule> rule = plan.rule(effect.id().mapping(), effect.id().part());
        Optional<CrmRecord> record = snapshot.record(effect.origin());
        if (rule.isEmpty() || record.isEmpty() || !owes(rule.get(), effect, record.get())) {
            return Optional.empty();
        }
        Draft draft = drafter.draft(rule.get(), effect.id(), record.get());
        return Optional.of(pieces.draft(rule.get(), effect.id().part(), draft));
    }

    /** Returns the file of an effect, if it is one that is kept elsewhere. */
    public Optional<AttachmentRef> keptElsewhere(Effect effect) {
        return FilePiece.of(effect.id().part()).isLink()
                ? plan.rule(effect.id().mapping(), effect.id().part())
                        .flatMap(rule -> snapshot.record(effect.origin()).flatMap(record -> pieces.file(rule, record)))
                : Optional.empty();
    }

    /** What was once derived from a record need not be derived from it now: the customer has moved to another company. */
    private boolean owes(RecordRule rule, Effect effect, CrmRecord record) {
        return drafter.takes(rule.part().where(), record)
                && rule.part()
                        .derivedBy()
                        .map(key -> RecordRef.derived(rule.mapping(), textOrEmpty(key, record)))
                        .filter(source -> !source.equals(effect.id().source()))
                        .isEmpty();
    }

    private void account() {
        accounts.begin();
        accounts.takeEffects(snapshot.generation());
        if (leavesOut()) {
            stale.objects().forEach(object -> snapshot.forEach(object, this::leaveOut));
        }
        for (MappingPart part : plan.accounts()) {
            if (open(part.from()) > 0) {
                snapshot.forEach(part.from(), record -> account(part, record));
            }
        }
    }

    private void leaveOut(CrmRecord record) {
        if (stale.contains(record)) {
            add(record, Way.EXCLUDED, null, STALE);
        }
    }

    /** Counts the records of an object that nothing accounts for. */
    public long open(ObjectType object) {
        long accounted = accounts.counts(object).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return snapshot.count(object) - accounted;
    }

    private void account(MappingPart part, CrmRecord record) {
        if (accounts.has(record.ref()) || !drafter.takes(part.where(), record)) {
            return;
        }
        part.match(
                records -> false,
                contribution -> fold(contribution, record),
                resolution -> false,
                document -> add(record, Way.DOCUMENTED, null, "it stands in document " + document.name()),
                exclusion -> add(record, Way.EXCLUDED, null, exclusion.reason()));
    }

    private boolean fold(MappingPart.Contribution part, CrmRecord record) {
        String key = textOrEmpty(part.key(), record);
        if (key.isEmpty()) {
            return false;
        }
        return references
                .effect(new Link(part.toMapping(), key))
                .map(carrier -> add(record, Way.FOLDED, carrier.number(), part.toMapping()))
                .orElse(false);
    }

    /** A record whose key cannot be worked out is folded into nothing, and shows as open. */
    private String textOrEmpty(Expression expression, CrmRecord record) {
        try {
            String text = drafter.text(expression, record);
            return text == null ? "" : text;
        } catch (UnmappedValueException | MappingFailedException e) {
            return "";
        }
    }

    private boolean add(CrmRecord record, Way way, @Nullable Long carrier, String reason) {
        accounts.add(record.ref(), way, carrier, reason);
        return true;
    }
}
