package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.matching.Likeness.Score;
import dev.crmmigration.engine.internal.matching.ValueType.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Weighs what speaks for and against a pair of fields; every piece of evidence is independent of the others. */
final class PairScorer {

    private static final double PRIOR = -6.2;
    private static final double MEANING = 10.0;
    private static final double IDENTICAL = 0.8;
    private static final double FITS = 0.4;
    private static final double LOSSY = -0.5;
    private static final double SAME_TARGET = 0.8;
    private static final double OTHER_TARGET = -4;
    private static final double READ_ONLY = -0.7;
    private static final double DETECTED = 1.2;
    private static final double CONTRADICTED = -3;
    /** What the label says counts more than what the name says. */
    private static final double NAME_ONLY = 0.85;

    private static final double LABELS_DISAGREE = 0.6;

    private final Lexicon lexicon;
    private final Likeness likeness;
    private final OptionMatcher options = new OptionMatcher();

    PairScorer(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.likeness = new Likeness(lexicon);
    }

    /** A field and what its name and its label say. */
    record Read(FieldFacts field, List<Reading> readings) {
        Reading label() {
            return readings.get(readings.size() - 1);
        }

        /** Tells whether a reading is the name's where the label says something else, or more. */
        boolean isSecond(Reading reading) {
            return readings.size() > 1
                    && reading.equals(readings.get(0))
                    && label().isUnderstood()
                    && (!label().concept().equals(reading.concept())
                            || (!label().roles().isEmpty() && !label().roles().equals(reading.roles()))
                            || (reading.whole() && !label().whole()));
        }
    }

    PairScore score(Read source, Read target) {
        List<Evidence> evidence = new ArrayList<>();
        Score meaning = meaning(source, target);
        evidence.add(new Evidence(inWords(meaning, source, target), PRIOR + MEANING * meaning.score()));
        if (source.label().phrase().equals(target.label().phrase())) {
            evidence.add(new Evidence("the same words", IDENTICAL));
        }
        FieldFacts from = source.field();
        FieldFacts to = target.field();
        Fit fit = from.type().into(to.type());
        evidence.add(type(from, to, fit));
        reference(from, to).ifPresent(evidence::add);
        if (to.readOnly()) {
            evidence.add(new Evidence("the target cannot be written", READ_ONLY));
        }
        Optional<Evidence> detected = detected(from, to);
        detected.ifPresent(evidence::add);
        options.overlap(from, to).ifPresent(evidence::add);
        double sum = evidence.stream().mapToDouble(Evidence::weight).sum();
        return new PairScore(from, to, sum, evidence, doubt(from, to, fit, meaning, detected), fit == Fit.IMPOSSIBLE);
    }

    private Score meaning(Read source, Read target) {
        Score best = new Score(0, "", "", "");
        for (Reading one : source.readings()) {
            for (Reading other : target.readings()) {
                Score score = likeness.of(one, other);
                double weight = (source.isSecond(one) ? NAME_ONLY : 1) * (target.isSecond(other) ? NAME_ONLY : 1);
                if (score.score() * weight > best.score()) {
                    best = new Score(score.score() * weight, score.concept(), score.other(), score.conflict());
                }
            }
        }
        Reading left = source.label();
        Reading right = target.label();
        boolean disagree = left.whole()
                && right.whole()
                && likeness.of(left, right).score() < 0.2
                && (source.isSecond(source.readings().get(0))
                        || target.isSecond(target.readings().get(0)));
        return disagree
                ? new Score(best.score() * LABELS_DISAGREE, best.concept(), best.other(), best.conflict())
                : best;
    }

    private static String inWords(Score meaning, Read source, Read target) {
        String names =
                "\"" + source.field().label() + "\" and \"" + target.field().label() + "\"";
        if (meaning.concept().isEmpty()) {
            return names + " share words";
        }
        String conflict = meaning.conflict().isEmpty() ? "" : ", but " + meaning.conflict();
        if (meaning.concept().equals(meaning.other())) {
            return names + " both mean " + spaced(meaning.concept()) + conflict;
        }
        return names + " mean " + spaced(meaning.concept()) + " and " + spaced(meaning.other()) + conflict;
    }

    private static String spaced(String concept) {
        return concept.replace('_', ' ');
    }

    private static Evidence type(FieldFacts from, FieldFacts to, Fit fit) {
        String types = words(from.type()) + " to " + words(to.type());
        return switch (fit) {
            case COMPATIBLE ->
                from.type() == to.type()
                        ? new Evidence("both " + words(to.type()), FITS)
                        : new Evidence(types, FITS / 2);
            case LOSSY -> new Evidence(types + " can lose something", LOSSY);
            case IMPOSSIBLE -> new Evidence(types + " is impossible", OTHER_TARGET);
        };
    }

    private static String words(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Optional<Evidence> reference(FieldFacts from, FieldFacts to) {
        if (from.refersTo().isEmpty() || to.refersTo().isEmpty()) {
            return Optional.empty();
        }
        Kind one = lexicon.kindOf(from.refersTo().get());
        Kind other = lexicon.kindOf(to.refersTo().get());
        if (one == other && one != Kind.OTHER) {
            return Optional.of(new Evidence("both refer to " + words(one), SAME_TARGET));
        }
        return one == other || one == Kind.OTHER || other == Kind.OTHER
                ? Optional.empty()
                : Optional.of(new Evidence("they refer to different objects", OTHER_TARGET));
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Evidence> detected(FieldFacts from, FieldFacts to) {
        Optional<Detector> found = Detector.of(from.samples());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Detector> there = Detector.of(to.samples()).or(() -> Detector.of(to.type()));
        if (there.isEmpty()) {
            return Optional.empty();
        }
        return found.equals(there)
                ? Optional.of(new Evidence("the values look like " + found.get().words(), DETECTED))
                : Optional.of(new Evidence(
                        "the values look like " + found.get().words() + ", not like "
                                + there.get().words(),
                        CONTRADICTED));
    }

    private static Optional<String> doubt(
            FieldFacts from, FieldFacts to, Fit fit, Score meaning, Optional<Evidence> detected) {
        if (!meaning.conflict().isEmpty()) {
            return Optional.of("the slots contradict each other: " + meaning.conflict());
        }
        if (!meaning.concept().equals(meaning.other())) {
            return Optional.of("they mean nearly the same, but not quite");
        }
        if (to.readOnly()) {
            return Optional.of("the target cannot be written");
        }
        if (fit == Fit.LOSSY) {
            return Optional.of(words(from.type()) + " to " + words(to.type()) + " can lose something");
        }
        if (detected.filter(evidence -> evidence.weight() < 0).isPresent()) {
            return Optional.of("the values look like something else");
        }
        return Optional.empty();
    }
}
