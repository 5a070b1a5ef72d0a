package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.matching.Match.OptionMatch;
import dev.crmmigration.engine.internal.matching.Match.Rival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Chooses among scored pairs: at most one field of the source for a field of the target, but for those that hold several. */
final class Selection {

    static final double CONFIRM = 0.45;
    private static final double AUTO = 0.9;
    private static final double LEAD = 0.05;
    /** What several fields that become one are given: nobody but a person can say whether that is wanted. */
    private static final double MERGED = 0.7;

    private static final String LINK = "link_";
    private static final int RIVALS = 3;
    private static final Set<String> PERSON_PARTS = Set.of("first_name", "last_name");
    /** Numbers that people are called by. */
    private static final Set<String> NUMBERS = Set.of("main", "mobile", "home", "other");

    /** What does harm if it is wrong, and cannot be taken back by looking at one field. */
    private static final Set<String> WEIGHTY = Set.of("stage", "pipeline");

    private final ReadObject from;
    private final ReadObject to;
    private final PairScore[][] scores;
    private final int[] chosen;
    private final int[] greedy;
    private final OptionMatcher options = new OptionMatcher();

    Selection(ReadObject from, ReadObject to, PairScore[][] scores) {
        this.from = from;
        this.to = to;
        this.scores = scores;
        this.chosen = Assignment.best(gains());
        this.greedy = greedy();
    }

    private double p(int i, int j) {
        return scores[i][j].probability();
    }

    private double[][] gains() {
        double[][] gains = new double[scores.length][to.fields().size()];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < gains[i].length; j++) {
                gains[i][j] = isCovered(i, j) ? 0 : p(i, j) - CONFIRM;
            }
        }
        return gains;
    }

    /** A whole whose parts stand beside it on both sides goes part by part. */
    private boolean isCovered(int i, int j) {
        return from.hasParts(i) && to.hasParts(j);
    }

    private int[] greedy() {
        int[] column = new int[scores.length];
        Arrays.fill(column, -1);
        Set<Integer> taken = new TreeSet<>();
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores[i].length; j++) {
                if (p(i, j) >= CONFIRM && !isCovered(i, j)) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((int[] pair) -> -p(pair[0], pair[1]))
                .thenComparingInt(pair -> pair[0])
                .thenComparingInt(pair -> pair[1]));
        for (int[] pair : pairs) {
            if (column[pair[0]] < 0 && taken.add(pair[1])) {
                column[pair[0]] = pair[1];
            }
        }
        return column;
    }

    List<Match> matches() {
        return IntStream.range(0, scores.length).mapToObj(this::match).toList();
    }

    private Match match(int i) {
        if (chosen[i] >= 0) {
            return mapped(i, chosen[i]);
        }
        return merged(i).orElseGet(() -> unmapped(i));
    }

    private Match mapped(int i, int j) {
        PairScore score = scores[i][j];
        List<OptionMatch> values = values(score);
        List<String> reasons = new ArrayList<>(score.reasons());
        Optional<String> doubt = doubt(i, j, values);
        doubt.ifPresent(reasons::add);
        boolean auto = doubt.isEmpty() && score.probability() >= AUTO;
        return new Match(
                name(i),
                Optional.of(target(j)),
                score.probability(),
                auto ? Tier.AUTO : Tier.CONFIRM,
                reasons,
                rivals(i, j),
                values);
    }

    private Optional<String> doubt(int i, int j, List<OptionMatch> values) {
        PairScore score = scores[i][j];
        if (score.doubt().isPresent()) {
            return score.doubt();
        }
        if (greedy[i] != j) {
            return Optional.of("another way to assign the fields gives another target");
        }
        if (values.stream().anyMatch(value -> value.tier() != Tier.AUTO)) {
            return Optional.of("not every option has a counterpart");
        }
        boolean status = from.concept(i).equals("status") && to.concept(j).equals("status") && from.kind() == Kind.DEAL;
        if (status
                || WEIGHTY.contains(from.concept(i))
                || from.concept(i).startsWith(LINK)
                || to.concept(j).startsWith(LINK)) {
            return Optional.of("what refers to records, and where a deal stands, is confirmed by a person");
        }
        double rival = strongestRival(i, j);
        return score.probability() - rival < LEAD ? Optional.of("a rival is nearly as likely") : Optional.empty();
    }

    private double strongestRival(int i, int j) {
        double strongest = 0;
        for (int other = 0; other < to.fields().size(); other++) {
            strongest = other == j || isWhole(other, j) ? strongest : Math.max(strongest, p(i, other));
        }
        for (int other = 0; other < scores.length; other++) {
            boolean rival = other != i && !to.fields().get(j).field().type().isMany();
            strongest = rival ? Math.max(strongest, p(other, j)) : strongest;
        }
        return strongest;
    }

    /** The address is no rival of its street. */
    private boolean isWhole(int whole, int part) {
        return to.fields().get(whole).field().type() == ValueType.ADDRESS
                && to.fields().get(part).field().type() != ValueType.ADDRESS;
    }

    /** Several numbers go to one that holds several; first and last name to one that holds both. */
    private Optional<Match> merged(int i) {
        List<Integer> targets = new ArrayList<>();
        for (int j = 0; j < to.fields().size(); j++) {
            if (isMerge(i, j)) {
                targets.add(j);
            }
        }
        if (targets.size() != 1) {
            return Optional.empty();
        }
        int j = targets.get(0);
        List<String> reasons = List.of(
                "\"" + to.fields().get(j).field().label() + "\" takes what has no field of its own",
                "several fields become one");
        return Optional.of(
                new Match(name(i), Optional.of(target(j)), MERGED, Tier.CONFIRM, reasons, rivals(i, j), List.of()));
    }

    private boolean isMerge(int i, int j) {
        FieldFacts target = to.fields().get(j).field();
        String concept = from.concept(i);
        if (target.readOnly() || scores[i][j].impossible() || !isPlain(i)) {
            return false;
        }
        if (concept.equals("phone") && to.concept(j).equals("phone")) {
            return NUMBERS.containsAll(from.slots(i)) && (target.type().isMany() || count("phone") == 1);
        }
        if (concept.equals("email") && to.concept(j).equals("email")) {
            return target.type().isMany();
        }
        if (concept.equals("street2") && to.concept(j).equals("street")) {
            return !to.any("street2") && from.roles(i).equals(to.roles(j));
        }
        return PERSON_PARTS.contains(concept)
                && to.concept(j).equals("full_name")
                && !to.any("first_name")
                && !to.any("last_name");
    }

    private boolean isPlain(int i) {
        return from.fields().get(i).readings().stream().allMatch(Reading::whole);
    }

    private long count(String concept) {
        return IntStream.range(0, to.fields().size())
                .filter(j -> to.concept(j).equals(concept) && NUMBERS.containsAll(to.slots(j)))
                .count();
    }

    private Match unmapped(int i) {
        List<Rival> rivals = rivals(i, -1);
        double best = rivals.isEmpty() ? 0 : rivals.get(0).confidence();
        List<String> reasons = new ArrayList<>();
        reasons.add(
                rivals.isEmpty()
                        ? "no field of the destination means the same"
                        : "the best candidate is taken by a better one, or not likely enough");
        return new Match(name(i), Optional.empty(), best, Tier.UNMAPPED, reasons, rivals, List.of());
    }

    private List<Rival> rivals(int i, int except) {
        return IntStream.range(0, to.fields().size())
                .filter(j -> j != except && p(i, j) >= 0.01)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -p(i, j)).thenComparing(j -> target(j)))
                .limit(RIVALS)
                .map(j -> new Rival(target(j), p(i, j), scores[i][j].reasons().get(0)))
                .toList();
    }

    private List<OptionMatch> values(PairScore score) {
        boolean both =
                !score.source().options().isEmpty() && !score.target().options().isEmpty();
        return both ? options.match(score.source().options(), score.target().options()) : List.of();
    }

    private String name(int i) {
        return from.fields().get(i).field().name();
    }

    private String target(int j) {
        return to.fields().get(j).field().name();
    }
}
