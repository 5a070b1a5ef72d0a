package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.expression.FunctionRegistry;
import dev.crmmigration.engine.internal.expression.Lineage;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.report.RecordJson;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import dev.crmmigration.engine.internal.store.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The plan of a migration: proposed, loaded and merged, checked, written back. */
public final class PlanFile {

    private final PlanDocument document;
    private final Catalog account;
    private final CompiledPlan compiled;
    private final FunctionRegistry functions;
    private final List<String> proposalProblems;
    private final List<String> problems;

    private PlanFile(
            PlanDocument document, Catalog account, FunctionRegistry functions, List<String> proposalProblems) {
        this.document = document;
        this.account = account;
        this.compiled = new CompiledPlan(document, account);
        this.functions = functions;
        this.proposalProblems = proposalProblems;
        List<String> all = new ArrayList<>(proposalProblems);
        all.addAll(PlanCheck.problems(document, compiled, functions));
        this.problems = List.copyOf(all);
    }

    /** What a plan is made for. */
    public record Pair(
            String source,
            String destination,
            List<ObjectMapping> mappings,
            List<Choice> choices,
            Map<String, String> policies) {}

    /**
     * Proposes a plan, or brings the one in the workspace up to date.
     *
     * @param afresh whether to forget what a person has decided
     * @param notes hears what a person should know about it
     * @param advice is asked where a proposal for a field is not sure
     * @throws ConfigurationException if plan.json or a policy is wrong
     */
    public static PlanFile propose(
            Workspace workspace,
            Pair pair,
            Catalog source,
            Catalog account,
            FieldValues values,
            boolean afresh,
            Consumer<String> notes,
            FieldAdvice advice) {
        Optional<PlanDocument> known =
                afresh ? Optional.empty() : workspace.plan().map(PlanJson::read);
        PlanDocument head = new PlanDocument(
                pair.source(), pair.destination(), account.account(), List.of(), Map.of(), List.of(), List.of());
        known.ifPresent(plan -> checkHead(head, plan));
        Proposal proposal = new Proposal(pair.mappings(), pair.choices(), pair.policies());
        checkPolicies(pair, proposal);
        PlanDocument document = proposal.propose(
                head, known, answers -> new PlanContext(source, account, PlanContext.Data.of(values), answers));
        if (!proposal.isDecided(Policies.SOURCE_KEY, known) && !KeyFields.fit(document, account)) {
            notes.accept(
                    "the account has no room for fields with the keys of the source, so the plan does without them");
            document = document.answering(Policies.SOURCE_KEY, Policies.OFF);
        }
        proposal.overruled(document).forEach(notes);
        PlanFile rows = new PlanFile(document, account, FunctionRegistry.of(pair.mappings()), proposal.problems());
        FieldTerms terms = new FieldTerms(
                document, known, account, FieldMemory.of(workspace.folder()), advice, new ValueShapes(values)::of);
        List<FieldEntry> fields =
                new FieldProposals(source, account, values, rows.compiled, rows.fieldsRead(), terms).entries();
        List<ValueMapEntry> maps = new FieldValueMaps(account, values, known).of(fields, rows.compiled);
        return new PlanFile(document.withFields(fields, maps), account, rows.functions, proposal.problems());
    }

    /**
     * Proposes a plan of which there are no data: nothing is read, nothing is kept, and every field counts as filled.
     *
     * @param counts returns how many records of an object there are said to be
     * @throws ConfigurationException if a policy is wrong
     */
    public static PlanFile onPaper(Pair pair, Catalog source, Catalog account, ToLongFunction<ObjectType> counts) {
        PlanDocument head = new PlanDocument(
                pair.source(), pair.destination(), account.account(), List.of(), Map.of(), List.of(), List.of());
        Proposal proposal = new Proposal(pair.mappings(), pair.choices(), pair.policies());
        checkPolicies(pair, proposal);
        PlanDocument document = proposal.propose(
                head,
                Optional.empty(),
                answers -> new PlanContext(source, account, PlanContext.Data.of(counts), answers));
        if (!KeyFields.fit(document, account)) {
            document = document.answering(Policies.SOURCE_KEY, Policies.OFF);
        }
        return new PlanFile(document, account, FunctionRegistry.of(pair.mappings()), proposal.problems());
    }

    /**
     * Loads the plan in the workspace as it stands, without proposing anything.
     *
     * @throws ConfigurationException if it is wrong
     */
    public static PlanFile load(Workspace workspace, List<ObjectMapping> mappings, Catalog account) {
        String text = workspace
                .plan()
                .orElseThrow(() -> new ConfigurationException("plan.json is missing. Call plan to propose it again"));
        return new PlanFile(PlanJson.read(text), account, FunctionRegistry.of(mappings), List.of());
    }

    /** Returns the text of a plan with the same decisions for another account. */
    public static String forAccount(String plan, String account) {
        ObjectNode tree = (ObjectNode) Json.own(plan);
        return Json.pretty(tree.put("account", account));
    }

    private static void checkHead(PlanDocument head, PlanDocument plan) {
        if (!plan.source().equals(head.source())
                || !plan.destination().equals(head.destination())
                || !plan.account().equals(head.account())) {
            throw new ConfigurationException("plan.json is for " + plan.source() + " -> " + plan.destination()
                    + ", account " + plan.account() + ", but the settings lead to " + head.source() + " -> "
                    + head.destination() + ", account " + head.account() + ". Use another workspace, or plan afresh");
        }
    }

    private static void checkPolicies(Pair pair, Proposal proposal) {
        List<String> problems = new ArrayList<>();
        List<String> names = proposal.policyNames();
        pair.policies().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add("'" + name + "' is not known. Known are " + String.join(", ", names)));
        for (Choice choice : proposal.all()) {
            String answer = pair.policies().get(choice.name());
            if (answer != null
                    && !choice.options().isEmpty()
                    && !choice.options().contains(answer)) {
                problems.add("'" + choice.name() + "' must be one of " + choice.options() + " but is '" + answer + "'");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("policies", problems);
        }
    }

    public CompiledPlan compiled() {
        return compiled;
    }

    public FunctionRegistry functions() {
        return functions;
    }

    public PlanValueMaps valueMaps() {
        return new PlanValueMaps(document);
    }

    /** Returns what is wrong with the plan by itself, a sentence each. */
    public List<String> problems() {
        return problems;
    }

    public List<SchemaElement> schema() {
        return compiled.schema();
    }

    /**
     * Returns the pipelines as the account will have them.
     *
     * @param counts returns how many records of an object have which status, by {@code pipeline / stage}
     */
    public List<Plan.PipelineView> pipelines(Function<ObjectType, Map<String, Map<String, Long>>> counts) {
        return new PipelineViews(account, counts).of(document.pipelines());
    }

    /** Marks the decisions; an approval is for one fingerprint. */
    public String fingerprint() {
        return Fingerprint.of(document, functions.versions(PlanCheck.all(document)));
    }

    /** Describes the part of the account's schema that the plan relies on, a line a field. */
    public Set<String> footprint() {
        return Fingerprint.footprint(compiled, account);
    }

    /** Returns what becomes of every owner: another e-mail address, or empty text. */
    public Map<String, String> owners() {
        return document.owners();
    }

    /** Returns the choices that nobody has made. */
    public List<Plan.Question> openChoices() {
        return document.choices().stream()
                .filter(choice -> choice.answer().isEmpty())
                .map(choice -> new Plan.Question("choices: " + choice.name(), choice.question()))
                .toList();
    }

    public List<Plan.ChoiceView> choices() {
        return document.choices().stream()
                .map(choice -> new Plan.ChoiceView(choice.name(), choice.question(), choice.options(), choice.answer()))
                .toList();
    }

    /** Returns the fields about which a person has to decide. */
    public List<Plan.Question> openFields() {
        return FieldViews.questions(document.fields());
    }

    /** Returns what becomes of the fields that no row reads. */
    public List<Plan.FieldView> fields() {
        return FieldViews.of(document.fields());
    }

    /** Remembers what a person has decided about fields; called when the plan is approved. */
    public void remember(Workspace workspace) {
        FieldMemory.of(workspace.folder()).learn(document);
    }

    /** Returns the rows in the order of the table. */
    public List<Plan.MappingView> mappings(Function<String, Long> effects, Function<String, Long> duplicates) {
        return document.mappings().stream()
                .map(entry -> new Plan.MappingView(
                        entry.name(),
                        entry.row(),
                        entry.title(),
                        entry.fidelity().name(),
                        effects.apply(entry.name()),
                        duplicates.apply(entry.name()),
                        entry.losses().stream()
                                .map(loss -> loss.field() + ": " + loss.reason() + " -> " + loss.substitute())
                                .toList()))
                .toList();
    }

    /** Returns the line that the pair is known by, such as {@code 9 of 11 objects map 1:1}. */
    public String headline() {
        List<MappingEntry> rows =
                document.mappings().stream().filter(entry -> entry.row() > 0).toList();
        long direct = rows.stream()
                .filter(entry -> entry.fidelity() == Fidelity.ONE_TO_ONE)
                .count();
        return direct + " of " + rows.size() + " objects map 1:1";
    }

    /** Returns what values become, by value map and value; empty text leaves a value out. */
    public Map<String, Map<String, String>> valueMapEntries() {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        document.valueMaps().forEach(map -> entries.put(map.name(), map.entries()));
        return entries;
    }

    /** Returns every expression of the plan by the object that it speaks of. */
    public Map<ObjectType, List<Expression>> expressions() {
        Map<ObjectType, List<Expression>> expressions = new TreeMap<>();
        document.mappings()
                .forEach(mapping -> mapping.parts()
                        .forEach(part -> expressions
                                .computeIfAbsent(part.from(), object -> new ArrayList<>())
                                .addAll(PlanCheck.expressions(part))));
        compiled.rules()
                .forEach(rule -> rule.fields()
                        .forEach(field -> expressions
                                .computeIfAbsent(rule.from(), object -> new ArrayList<>())
                                .add(field.value())));
        return expressions;
    }

    /** Returns what a value of a map can become; empty if it can become anything. */
    public List<String> targetsOf(String valueMap) {
        return document.valueMaps().stream()
                .filter(entry -> entry.name().equals(valueMap))
                .findFirst()
                .map(ValueMapEntry::targets)
                .orElse(List.of());
    }

    /** Returns the source fields that some expression reads, as {@code object.field}. */
    public Set<String> fieldsRead() {
        Set<String> read = new TreeSet<>();
        expressions().forEach((from, all) -> all.forEach(one -> read.addAll(Lineage.of(one, from))));
        return read;
    }

    /** Returns this plan with every owner of the data in its owner table; new ones are not yet replaced. */
    public PlanFile withOwners(Set<String> emails) {
        Map<String, String> owners = new LinkedHashMap<>();
        new TreeSet<>(emails)
                .forEach(email -> owners.put(email, document.owners().getOrDefault(email, "")));
        return new PlanFile(document.withOwners(owners), account, functions, proposalProblems);
    }

    /** Writes the plan: the decisions, then what was computed from them. */
    public void write(Workspace workspace, Plan view) {
        ObjectNode root = Json.object()
                .put("$schema", Workspace.PLAN_SCHEMA)
                .put(
                        "about",
                        "A person may edit everything but \"computed\", which is written anew by every plan."
                                + " Call plan again after an edit, then approve.");
        root.setAll(PlanJson.write(document));
        root.set("computed", RecordJson.node(view));
        workspace.writePlanSchema(PlanSchema.text());
        workspace.writePlan(Json.pretty(root));
    }
}
