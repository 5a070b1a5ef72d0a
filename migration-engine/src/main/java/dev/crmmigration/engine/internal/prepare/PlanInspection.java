package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.draft.Binder;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.draft.Owners;
import dev.crmmigration.engine.internal.draft.ParentField;
import dev.crmmigration.engine.internal.draft.References.Target;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.WrittenParents;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at every draft of a plan before anything is sent: what will wait, what will be lost, who owns. Values are bound to
 * the account as it will be once it is prepared.
 */
public final class PlanInspection {

    /** What no record can get past until somebody changes the plan or the destination. */
    private static final Set<Hold.Reason> OBSTACLES =
            EnumSet.of(Hold.Reason.OBJECT, Hold.Reason.FIELD, Hold.Reason.OPTION);

    private final Binder binder;
    private final Canon canon;
    private final Catalog account;
    private final OwedReferences references;
    private final Effects effects;
    private final FileSurvey fileSurvey;
    private final PipelineSurvey pipelines;
    private final WrittenParents parents;
    private final Map<List<String>, Long> losses = new HashMap<>();
    private final Map<String, Long> owners = new TreeMap<>();
    private final Map<String, Hold> obstacles = new TreeMap<>();

    /** @param account the account as it will be */
    public PlanInspection(
            Binder binder,
            Canon canon,
            Catalog account,
            OwedReferences references,
            Effects effects,
            Attachments files) {
        this.fileSurvey = new FileSurvey(files, account);
        this.pipelines = new PipelineSurvey(account);
        this.binder = binder;
        this.canon = canon;
        this.account = account;
        this.references = references;
        this.effects = effects;
        this.parents = new WrittenParents(effects);
    }

    /** Looks at one draft; effects that will wait are marked so. */
    public void inspect(Effect effect, Draft draft) {
        draft.fields().values().forEach(field -> {
            if (field.value() instanceof UserLink user) {
                owners.merge(Owners.normal(user.email()), 1L, Long::sum);
            }
        });
        pipelines.look(draft);
        Binder.Bound bound =
                binder.bind(draft, link -> planned(references.of(effect).find(link)));
        bound.omitted().forEach(target -> lost(effect, target, "left out: what it refers to is missing"));
        bound.fields().forEach((key, value) -> lose(effect, key, value));
        List<Hold> holds = new ArrayList<>(bound.holds());
        bound.content().flatMap(file -> fileSurvey.look(effect, file)).ifPresent(holds::add);
        if (bound.content().isEmpty() && FilePiece.of(effect.id().part()).isLink()) {
            fileSurvey.linked(effect);
        }
        account.object(effect.to())
                .filter(object -> object.traits().readBack() == ReadBack.BY_PARENT)
                .flatMap(object -> ParentField.parent(object, bound.fields()))
                .ifPresent(parent -> parents.add(effect, parent));
        if (!holds.isEmpty()) {
            Hold first = holds.get(0);
            effects.ended(effect, EffectState.HELD, first.code(), first.detail());
        }
        holds.stream()
                .filter(hold -> OBSTACLES.contains(hold.reason()))
                .forEach(hold -> obstacles.putIfAbsent(effect.to() + " " + hold.code() + hold.detail(), hold));
    }

    /** What is owed will be there when its turn comes. */
    private static Target planned(Target target) {
        return target.match(
                known -> known,
                owed -> new Target.Known(RecordRef.of("planned", String.valueOf(owed.effect()))),
                later -> later,
                nothing -> nothing);
    }

    private void lose(Effect effect, String key, FieldValue value) {
        FieldDescription field = account.object(effect.to())
                .flatMap((ObjectDescription object) -> object.field(key))
                .orElseThrow();
        value.value()
                .flatMap(content -> canon.stored(effect.to(), field, content).loss())
                .ifPresent(loss -> lost(effect, field.label(), loss));
    }

    private void lost(Effect effect, String field, String loss) {
        losses.merge(List.of(effect.id().mapping(), field, loss), 1L, Long::sum);
    }

    /** Counts the parents of an object whose records can only be read by parent. */
    public long parents(ObjectType object) {
        return parents.count(object);
    }

    /** Counts, by stage ({@code pipeline / stage}), how many records of an object have which status. */
    public Map<String, Map<String, Long>> stages(ObjectType object) {
        return pipelines.counts(object);
    }

    /** Counts the files that are to be attached. */
    public List<Plan.FileCount> files() {
        return fileSurvey.counts();
    }

    /** Returns how many bytes are to be attached. */
    public long fileBytes() {
        return fileSurvey.counts().stream().mapToLong(Plan.FileCount::bytes).sum();
    }

    /** Counts what cannot arrive as it was. */
    public List<Plan.LossCount> losses() {
        List<Plan.LossCount> counts = new ArrayList<>();
        Map<String, List<String>> sorted = new TreeMap<>();
        losses.keySet().forEach(key -> sorted.put(String.join("\n", key), key));
        sorted.values()
                .forEach(key -> counts.add(
                        new Plan.LossCount(key.get(0), key.get(1), key.get(2), losses.getOrDefault(key, 0L))));
        return counts;
    }

    /** Counts records by owner, e-mail addresses in lower case. */
    public Map<String, Long> owners() {
        return owners;
    }

    /** Returns the fields and options that the destination will not have though drafts use them. */
    public Map<String, Hold> obstacles() {
        return obstacles;
    }

    /** Counts what will wait, by mapping and reason; what refers to something that waits, waits as well. */
    public List<Plan.HoldCount> holds() {
        List<Plan.HoldCount> holds = new ArrayList<>();
        EffectCounts counts = new EffectCounts(effects);
        counts.reasons(EffectState.HELD)
                .forEach(count -> holds.add(new Plan.HoldCount(count.mapping(), count.reason(), count.effects())));
        counts.blocked().forEach((mapping, count) -> holds.add(new Plan.HoldCount(mapping, "BLOCKED", count)));
        return holds;
    }
}
