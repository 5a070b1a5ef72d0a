package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.matching.FieldFacts;
import dev.crmmigration.engine.internal.matching.Kind;
import dev.crmmigration.engine.internal.matching.Match;
import dev.crmmigration.engine.internal.matching.Matcher;
import dev.crmmigration.engine.internal.matching.ObjectFacts;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proposes what becomes of the fields of the source that have values and that no row reads. */
final class FieldProposals {

    private final Catalog source;
    private final Catalog account;
    private final FieldValues values;
    private final CompiledPlan plan;
    private final Set<String> read;
    private final FieldTerms terms;
    private final Matcher matcher = new Matcher();

    /**
     * Looks at a plan of which nothing is decided yet but its rows.
     *
     * @param read the fields that some expression reads, as {@code object.field}
     */
    FieldProposals(
            Catalog source,
            Catalog account,
            FieldValues values,
            CompiledPlan plan,
            Set<String> read,
            FieldTerms terms) {
        this.source = source;
        this.account = account;
        this.values = values;
        this.plan = plan;
        this.read = read;
        this.terms = terms;
    }

    /** Returns an entry for every such field that the records of some row can carry. */
    List<FieldEntry> entries() {
        List<FieldEntry> entries = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (ObjectDescription object : source.objects()) {
            List<FieldDescription> unread = unread(object);
            Optional<RecordRule> carrier = carrier(object.type());
            if (!unread.isEmpty() && carrier.isPresent()) {
                entries.addAll(entries(object.type(), unread, carrier.get(), taken));
            }
        }
        return entries;
    }

    private List<FieldDescription> unread(ObjectDescription object) {
        return object.fields().stream()
                .filter(field -> field.type() != FieldType.ATTACHMENT)
                .filter(field -> values.filled(object.type(), field.key()) > 0)
                .filter(field -> !read.contains(object.type() + "." + field.key()))
                .filter(field -> !isDeclaredLost(field))
                .toList();
    }

    /** What a row declares as lost was decided by its author. */
    private boolean isDeclaredLost(FieldDescription field) {
        return plan.document().mappings().stream()
                .flatMap(row -> row.losses().stream())
                .map(loss -> ValueMaps.normal(loss.field()))
                .anyMatch(lost ->
                        lost.equals(ValueMaps.normal(field.key())) || lost.equals(ValueMaps.normal(field.label())));
    }

    /** Records that are made one for one from those of the source can carry more of their fields. */
    private Optional<RecordRule> carrier(ObjectType object) {
        return plan.rules().stream()
                .filter(rule ->
                        rule.from().equals(object) && rule.part().derivedBy().isEmpty())
                .filter(rule -> !plan.files().contains(rule.to()))
                .findFirst();
    }

    private List<FieldEntry> entries(
            ObjectType object, List<FieldDescription> unread, RecordRule carrier, Set<String> taken) {
        Kind kind = matcher.kindOf(carrier.to().name());
        ObjectFacts here = new ObjectFacts(
                object.name(),
                kind,
                unread.stream()
                        .map(field -> CatalogFacts.source(object, field, values))
                        .toList());
        ObjectFacts there = new ObjectFacts(carrier.to().name(), kind, free(carrier.to(), taken));
        List<Match> matches = matcher.match(here, there);
        List<FieldEntry> entries = new ArrayList<>();
        for (FieldDescription field : unread) {
            Match match = matches.stream()
                    .filter(one -> one.source().equals(field.key()))
                    .findFirst()
                    .orElseThrow();
            FieldEntry entry = terms.decide(entry(object, field, carrier), field, match, carrier.to());
            if (entry.is(FieldDecision.MAP)) {
                taken.add(carrier.to() + "." + entry.target());
            }
            entries.add(entry);
        }
        return entries;
    }

    private FieldEntry entry(ObjectType object, FieldDescription field, RecordRule carrier) {
        return new FieldEntry(
                object.name(),
                field.key(),
                field.label(),
                field.type(),
                carrier.mapping(),
                carrier.part().part(),
                Optional.empty(),
                "",
                CatalogFacts.options(object, field, values),
                Optional.empty());
    }

    /** Returns the fields of the destination that can be written and that nothing sets. */
    private List<FieldFacts> free(ObjectType to, Set<String> taken) {
        Set<String> set = plan.targets().getOrDefault(to, Set.of());
        return account.object(to).stream()
                .flatMap(object -> object.fields().stream())
                .filter(field -> field.access() == Access.WRITABLE || field.access() == Access.ON_CREATE_ONLY)
                .filter(field -> !set.contains(field.key()) && !set.contains(field.label()))
                .filter(field -> !taken.contains(to + "." + CatalogFacts.name(field)))
                .filter(field -> !terms.isSpoken(to, CatalogFacts.name(field)))
                .map(CatalogFacts::target)
                .toList();
    }
}
