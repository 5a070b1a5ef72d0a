package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FileLink;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfEdited;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Contribution;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.snapshot.FileHost;
import dev.crmmigration.engine.internal.snapshot.FilePiece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plan in the form in which it is carried out: what gives records, what adds to them, what accounts for the rest. */
public final class CompiledPlan {

    private static final Pattern SAMPLE_SIZE = Pattern.compile("[1-9][0-9]{0,3}|10000");
    private static final Pattern PERCENTAGE = Pattern.compile("[1-9][0-9]?|100");

    /**
     * A part that gives records, with everything that the other rows add to them.
     *
     * @param keyField the field that holds the key of the source, if there is one
     */
    public record RecordRule(String mapping, Records part, List<FieldMapping> fields, Optional<String> keyField) {

        public ObjectType from() {
            return part.from();
        }

        public ObjectType to() {
            return part.to();
        }
    }

    /** A part that puts records into a document. */
    public record DocumentRule(String mapping, MappingPart.Document part) {}

    private final PlanDocument document;
    private final Catalog account;
    private final List<RecordRule> rules;

    /** @param account tells which objects have the field that an owner goes to */
    CompiledPlan(PlanDocument document, Catalog account) {
        this.document = document;
        this.account = account;
        this.rules = rules(document, account);
    }

    private static List<RecordRule> rules(PlanDocument document, Catalog account) {
        List<RecordRule> rules = new ArrayList<>();
        for (MappingEntry mapping : document.mappings()) {
            for (Records records : only(mapping, Records.class)) {
                List<FieldMapping> fields = new ArrayList<>(records.fields());
                contributions(document)
                        .filter(part -> part.toMapping().equals(mapping.name())
                                && part.toPart().equals(records.part()))
                        .forEach(part -> fields.addAll(part.fields()));
                resolutions(document)
                        .filter(part -> part.from().equals(records.from())
                                && account.object(records.to())
                                        .flatMap(object -> object.named(part.target()))
                                        .isPresent())
                        .map(CompiledPlan::ownerField)
                        .forEach(fields::add);
                fields.addAll(FieldRules.of(document, account, mapping.name(), records));
                fields.replaceAll(field -> PipelineTable.named(document.pipelines(), records.to(), field));
                rules.add(new RecordRule(
                        mapping.name(),
                        records,
                        List.copyOf(fields),
                        KeyFields.of(document, account, records.to(), fields)));
            }
        }
        return List.copyOf(rules);
    }

    private static FieldMapping ownerField(Resolution part) {
        Expression user = Expression.call("user", part.email());
        Expression owner = part.where().equals(Expression.always())
                ? user
                : new Expression.Case(List.of(new Expression.When(part.where(), user)), new Expression.Constant(null));
        return new FieldMapping(part.target(), owner, IfMissing.HOLD, false);
    }

    private static Stream<Contribution> contributions(PlanDocument document) {
        return document.mappings().stream().flatMap(mapping -> only(mapping, Contribution.class).stream());
    }

    private static Stream<Resolution> resolutions(PlanDocument document) {
        return document.mappings().stream().flatMap(mapping -> only(mapping, Resolution.class).stream());
    }

    private static <P extends MappingPart> List<P> only(MappingEntry mapping, Class<P> kind) {
        return mapping.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the rules in the order of the plan. */
    public List<RecordRule> rules() {
        return rules;
    }

    /** Finds the rule of an effect; pieces of a file have that of the whole. */
    public Optional<RecordRule> rule(String mapping, String effectPart) {
        String part = FilePiece.of(effectPart).rulePart();
        return rules.stream()
                .filter(rule ->
                        rule.mapping().equals(mapping) && rule.part().part().equals(part))
                .findFirst();
    }

    /** Returns the rules of a mapping that a link may lead to. */
    public List<RecordRule> rulesOf(String mapping) {
        return rules.stream().filter(rule -> rule.mapping().equals(mapping)).toList();
    }

    /** Returns the parts that account for records without giving any: contributions, documents, exclusions. */
    public List<MappingPart> accounts() {
        return document.mappings().stream()
                .flatMap(mapping -> mapping.parts().stream())
                .filter(part -> !(part instanceof Records) && !(part instanceof Resolution))
                .toList();
    }

    /** Returns the parts that put records into documents, in the order of the plan. */
    public List<DocumentRule> documents() {
        return document.mappings().stream()
                .flatMap(mapping -> only(mapping, MappingPart.Document.class).stream()
                        .map(part -> new DocumentRule(mapping.name(), part)))
                .toList();
    }

    /** Returns the objects of the source that any part takes records of. */
    public Set<ObjectType> sources() {
        Set<ObjectType> sources = new LinkedHashSet<>();
        document.mappings().forEach(mapping -> mapping.parts().forEach(part -> sources.add(part.from())));
        return sources;
    }

    /** Returns the objects that are written, in the order of the plan. */
    public Set<ObjectType> written() {
        Set<ObjectType> written = new LinkedHashSet<>();
        rules.forEach(rule -> written.add(rule.to()));
        if (linksFiles()) {
            rules.forEach(rule -> fileLink(rule.to()).map(FileLink::object).ifPresent(written::add));
        }
        return written;
    }

    /** Returns the objects whose records are files. */
    public Set<ObjectType> files() {
        Set<ObjectType> files = new TreeSet<>();
        rules.stream()
                .filter(rule ->
                        rule.fields().stream().anyMatch(field -> field.target().equals(FieldMapping.CONTENT)))
                .forEach(rule -> files.add(rule.to()));
        return files;
    }

    /** Returns how many bytes a file of an object may have; empty if that is not known. */
    public OptionalLong maxFileBytes(ObjectType object) {
        return account.object(object)
                .map(description -> description.traits().maxFileBytes())
                .orElse(OptionalLong.empty());
    }

    /** Tells whether files that are too large are kept elsewhere. */
    public boolean linksFiles() {
        return answer(Policies.LARGE_FILES).equals(Policies.LINK);
    }

    /** Returns where they are kept. */
    public FileHost host() {
        return new FileHost(answer(Policies.LARGE_FILES_HOST));
    }

    /** Tells whether that can be: only files that are kept elsewhere need a place. */
    public boolean hasHost() {
        return !linksFiles() || FileHost.isAddress(answer(Policies.LARGE_FILES_HOST));
    }

    /** Returns what stands in place of a file of an object; empty if the account has nothing of the kind. */
    public Optional<FileLink> fileLink(ObjectType object) {
        return account.object(object)
                .flatMap(description -> description.traits().fileLink())
                .filter(link -> account.object(link.object()).isPresent());
    }

    /** Returns the names of the fields that are written, by object. */
    public Map<ObjectType, Set<String>> targets() {
        Map<ObjectType, Set<String>> targets = new TreeMap<>();
        for (RecordRule rule : rules) {
            Set<String> names = targets.computeIfAbsent(rule.to(), object -> new TreeSet<>());
            rule.fields().forEach(field -> names.add(field.target()));
            rule.keyField().ifPresent(names::add);
        }
        return targets;
    }

    /** Returns what the destination needs, each once; what an element belongs to comes before it. */
    public List<SchemaElement> schema() {
        Map<String, SchemaElement> elements = new LinkedHashMap<>();
        Predicate<SchemaElement> isOfPipelines = PipelineTable.covers(document.pipelines());
        for (MappingEntry mapping : document.mappings()) {
            for (MappingPart part : mapping.parts()) {
                part.schema().stream()
                        .filter(isOfPipelines.negate())
                        .forEach(element -> elements.putIfAbsent(mark(element), element));
            }
        }
        PipelineTable.schema(document.pipelines()).forEach(element -> elements.putIfAbsent(mark(element), element));
        for (RecordRule rule : rules) {
            document.fields().stream()
                    .filter(entry -> carries(rule, entry))
                    .flatMap(entry -> FieldRules.schema(entry, account, rule.to()).stream())
                    .forEach(element -> elements.putIfAbsent(mark(element), element));
            rule.keyField()
                    .flatMap(field -> KeyFields.schema(account, rule.to(), field))
                    .ifPresent(element -> elements.putIfAbsent(mark(element), element));
        }
        return elements.values().stream()
                .sorted(Comparator.comparing(SchemaElement::kind))
                .toList();
    }

    /** Tells whether the records of a rule carry a field that no row reads. */
    static boolean carries(RecordRule rule, FieldEntry entry) {
        return rule.mapping().equals(entry.row()) && rule.part().part().equals(entry.part());
    }

    private static String mark(SchemaElement element) {
        return element.object() + "|" + element.kind() + "|" + element.label() + "|" + element.properties();
    }

    /** Returns what becomes of an owner, by e-mail address in lower case: another e-mail address, or empty text. */
    public String owner(String email) {
        return document.owners().getOrDefault(email, "");
    }

    public String answer(String choice) {
        return document.answer(choice);
    }

    /** Returns what is done about a field that people have edited and the source has changed. */
    public IfEdited ifEdited(String mapping, String part, FieldDescription field) {
        return rule(mapping, part).stream()
                .flatMap(rule -> rule.fields().stream())
                .filter(row -> row.target().equals(field.key()) || row.target().equals(field.label()))
                .flatMap(row -> row.ifEdited().stream())
                .findFirst()
                .orElseGet(() -> IfEdited.valueOf(answer(Policies.IF_EDITED).toUpperCase(Locale.ROOT)));
    }

    /** Returns the objects whose records are created one after the other. */
    public Set<String> strictObjects() {
        Set<String> objects = new TreeSet<>(
                List.of(document.answer(Policies.STRICT_ORDER).strip().split("\\s*,\\s*")));
        objects.removeAll(List.of(Policies.NONE, ""));
        return objects;
    }

    /** Returns those of the strict objects that the plan does not write: probably a slip of the pen. */
    public Set<String> unwrittenStrictObjects() {
        Set<String> objects = strictObjects();
        written().forEach(object -> objects.remove(object.name()));
        return objects;
    }

    /** Returns the percentage that answers a choice; empty if there is no limit, or the answer is none. */
    public OptionalInt percentage(String choice) {
        String answer = document.answer(choice).strip();
        return PERCENTAGE.matcher(answer).matches() ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    /** Tells whether the answer to a choice is a percentage, or that there is no limit. */
    public boolean isPercentage(String choice) {
        return percentage(choice).isPresent() || document.answer(choice).strip().equals(Policies.NEVER);
    }

    /** Returns the number that answers the choice of a sample's size; empty if the pair of platforms decides, or none is given. */
    public OptionalInt sampleSize() {
        String answer = document.answer(Policies.SAMPLE_SIZE).strip();
        return SAMPLE_SIZE.matcher(answer).matches() ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    /** Tells whether the answer to the choice of a sample's size makes sense. */
    public boolean hasSampleSize() {
        return sampleSize().isPresent()
                || document.answer(Policies.SAMPLE_SIZE).strip().equals(Policies.PAIR);
    }

    PlanDocument document() {
        return document;
    }
}
