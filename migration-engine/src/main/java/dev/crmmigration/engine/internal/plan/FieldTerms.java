package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.MappingAdvisor.Advice;
import dev.crmmigration.engine.MappingAdvisor.AdvisorCase;
import dev.crmmigration.engine.MappingAdvisor.Candidate;
import dev.crmmigration.engine.MappingAdvisor.Verdict;
import dev.crmmigration.engine.internal.matching.Match;
import dev.crmmigration.engine.internal.matching.Tier;
import dev.crmmigration.engine.internal.plan.FieldAdvice.Answer;
import dev.crmmigration.engine.internal.plan.FieldEntry.FieldEvidence;
import dev.crmmigration.engine.internal.plan.FieldMemory.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What counts for a field: what a person has said in the plan, what was decided before, what is proposed and advised. */
final class FieldTerms {

    /** The text field that takes what becomes a line of text, where no other is named. */
    static final String NOTES = "Further details";

    private static final int REASONS = 4;

    private final PlanDocument plan;
    private final Optional<PlanDocument> known;
    private final Catalog account;
    private final FieldMemory memory;
    private final FieldAdvice advice;
    private final Function<FieldEntry, List<String>> shapes;

    /**
     * Prepares the terms.
     *
     * @param plan the plan with its answers
     * @param known the plan as a person has left it
     * @param shapes what the values of a field look like, without any of them
     */
    FieldTerms(
            PlanDocument plan,
            Optional<PlanDocument> known,
            Catalog account,
            FieldMemory memory,
            FieldAdvice advice,
            Function<FieldEntry, List<String>> shapes) {
        this.plan = plan;
        this.known = known;
        this.account = account;
        this.memory = memory;
        this.advice = advice;
        this.shapes = shapes;
    }

    /** Tells whether a person has given a field of the destination to some field already. */
    boolean isSpoken(ObjectType to, String target) {
        return known.stream()
                .flatMap(document -> document.fields().stream())
                .anyMatch(entry -> entry.is(FieldDecision.MAP)
                        && entry.isEdited()
                        && entry.target().equals(target)
                        && plan.mapping(entry.row()).isPresent()
                        && account.object(to)
                                .flatMap(object -> object.named(target))
                                .isPresent());
    }

    /** Returns an entry with what counts, and why. */
    FieldEntry decide(FieldEntry bare, FieldDescription field, Match match, ObjectType to) {
        FieldEvidence proposed = proposed(bare, field, match, to);
        FieldEntry fresh = bare.withEvidence(Optional.of(proposed)).deciding(proposed.decision(), proposed.target());
        Optional<FieldEntry> edited = known.stream()
                .flatMap(document -> document.fields().stream())
                .filter(entry -> entry.isFor(bare) && entry.isEdited())
                .findFirst();
        return edited.map(entry -> fresh.deciding(entry.decision(), entry.target()))
                .orElse(fresh);
    }

    private FieldEvidence proposed(FieldEntry bare, FieldDescription field, Match match, ObjectType to) {
        FieldEvidence evidence = evidence(bare, match, to);
        Optional<Remembered> remembered = memory.recall(plan, bare).filter(before -> isPossible(before, to));
        if (remembered.isPresent()) {
            Remembered before = remembered.get();
            return with(
                    evidence,
                    Optional.of(before.decision()),
                    before.target(),
                    Tier.AUTO.name(),
                    before.inWords(),
                    evidence.advice());
        }
        if (!field.custom() && plan.answer(Policies.PLATFORM_FIELDS).equals(Policies.SKIP)) {
            return with(
                    evidence,
                    Optional.of(FieldDecision.SKIP),
                    "",
                    evidence.tier(),
                    "every account has it, and the rows leave it out; see the choice " + Policies.PLATFORM_FIELDS,
                    evidence.advice());
        }
        if (evidence.tier().equals(Tier.AUTO.name())) {
            return evidence;
        }
        return unsure(bare, advised(bare, match, to, evidence));
    }

    private boolean isPossible(Remembered before, ObjectType to) {
        return before.decision() != FieldDecision.MAP
                || account.object(to)
                        .flatMap(object -> object.named(before.target()))
                        .isPresent();
    }

    private FieldEvidence evidence(FieldEntry bare, Match match, ObjectType to) {
        Optional<String> target = match.target()
                .filter(name -> account.object(to)
                        .flatMap(object -> object.named(name))
                        .filter(field -> FieldRules.canCarry(bare.type(), field.type()))
                        .isPresent());
        List<String> reasons = new ArrayList<>(
                match.reasons().subList(0, Math.min(REASONS, match.reasons().size())));
        if (match.reasons().size() > REASONS) {
            reasons.add(match.reasons().get(match.reasons().size() - 1));
        }
        if (match.target().isPresent() && target.isEmpty()) {
            reasons.add("values of type " + bare.type() + " cannot go to "
                    + match.target().get());
        }
        Tier tier = target.isPresent() ? match.tier() : Tier.UNMAPPED;
        return new FieldEvidence(
                tier == Tier.AUTO ? Optional.of(FieldDecision.MAP) : Optional.empty(),
                target.orElse(""),
                tier.name(),
                percent(match.confidence()),
                reasons,
                match.rivals().stream()
                        .map(rival -> rival.target() + " " + percent(rival.confidence()) + ": " + rival.reason())
                        .toList(),
                List.of());
    }

    private static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }

    private FieldEvidence unsure(FieldEntry bare, FieldEvidence evidence) {
        String answer = plan.answer(Policies.UNSURE_FIELDS);
        if (answer.equals(Policies.ASK) || answer.isEmpty()) {
            return evidence;
        }
        FieldDecision decision = FieldDecision.valueOf(answer.toUpperCase(Locale.ROOT));
        String target = switch (decision) {
            case CREATE -> bare.label();
            case NOTE -> NOTES;
            case MAP, SKIP -> "";
        };
        return with(
                evidence,
                Optional.of(decision),
                target,
                evidence.tier(),
                "the choice " + Policies.UNSURE_FIELDS + " says so",
                evidence.advice());
    }

    /** The advisor may put another candidate first or speak against all of them; it never makes anything sure. */
    private FieldEvidence advised(FieldEntry bare, Match match, ObjectType to, FieldEvidence evidence) {
        if (!evidence.tier().equals(Tier.CONFIRM.name())) {
            return evidence;
        }
        Answer answer = advice.ask(question(bare, match, to, evidence));
        List<String> words = new ArrayList<>();
        answer.advice().forEach(one -> words.add(inWords(one)));
        if (!answer.silence().isEmpty()) {
            words.add(answer.silence());
        }
        String target = answer.advice().stream()
                .filter(one -> one.verdict() == Verdict.PREFER)
                .map(Advice::candidate)
                .findFirst()
                .orElse(evidence.target());
        boolean against = answer.advice().stream().anyMatch(one -> one.verdict() == Verdict.UNMAP);
        return new FieldEvidence(
                Optional.empty(),
                against ? "" : target,
                against ? Tier.UNMAPPED.name() : evidence.tier(),
                evidence.confidence(),
                evidence.reasons(),
                evidence.rivals(),
                words);
    }

    private static String inWords(Advice advice) {
        String about = advice.candidate().isEmpty() ? "" : " " + advice.candidate();
        return advice.verdict().name().toLowerCase(Locale.ROOT) + about + ": " + advice.words();
    }

    private AdvisorCase question(FieldEntry bare, Match match, ObjectType to, FieldEvidence evidence) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(
                evidence.target(),
                match.confidence(),
                evidence.reasons().isEmpty() ? "" : evidence.reasons().get(0)));
        match.rivals().stream()
                .filter(rival -> account.object(to)
                        .flatMap(object -> object.named(rival.target()))
                        .filter(field -> FieldRules.canCarry(bare.type(), field.type()))
                        .isPresent())
                .forEach(rival -> candidates.add(new Candidate(rival.target(), rival.confidence(), rival.reason())));
        return new AdvisorCase(
                bare.object(),
                bare.field(),
                bare.label(),
                bare.type().name(),
                bare.options(),
                shapes.apply(bare),
                to.name(),
                candidates);
    }

    private static FieldEvidence with(
            FieldEvidence evidence,
            Optional<FieldDecision> decision,
            String target,
            String tier,
            String reason,
            List<String> advice) {
        List<String> reasons = new ArrayList<>(List.of(reason));
        reasons.addAll(evidence.reasons());
        return new FieldEvidence(decision, target, tier, evidence.confidence(), reasons, evidence.rivals(), advice);
    }
}
