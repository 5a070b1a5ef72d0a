package dev.crmmigration.engine.internal.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Proposes for every field of an object which field of another object it becomes. The same fields give the same proposals
 * whatever their order.
 */
public final class Matcher {

    private static final String ADDRESS = "address";
    private static final double SIBLING = 0.25;
    private static final int MOST_SIBLINGS = 3;

    private final Lexicon lexicon = Lexicon.load();
    private final PairScorer scorer = new PairScorer(lexicon);

    /** Returns a proposal for every field of the source but its id, in the order of their names. */
    public List<Match> match(ObjectFacts source, ObjectFacts target) {
        ReadObject from = new ReadObject(lexicon, source);
        ReadObject to = new ReadObject(lexicon, target);
        PairScore[][] scores = new PairScore[from.fields().size()][to.fields().size()];
        for (int i = 0; i < from.fields().size(); i++) {
            for (int j = 0; j < to.fields().size(); j++) {
                scores[i][j] = scorer.score(from.fields().get(i), to.fields().get(j));
            }
        }
        siblings(from, to, scores);
        return new Selection(from, to, scores).matches();
    }

    /** Finds the kind of the records of an object from its name. */
    public Kind kindOf(String object) {
        return lexicon.kindOf(object);
    }

    /** A field of the source and the field of the target that suits it best, by their places. */
    private record Leading(int from, int to) {}

    /** The parts of an address go where the other parts of the same address go. */
    private static void siblings(ReadObject from, ReadObject to, PairScore[][] scores) {
        List<Leading> leading = leading(from, to, scores);
        for (Leading pair : leading) {
            long same = leading.stream()
                    .filter(other -> other.from() != pair.from()
                            && from.roles(other.from()).equals(from.roles(pair.from()))
                            && to.roles(other.to()).equals(to.roles(pair.to())))
                    .count();
            if (same > 0) {
                Evidence evidence = new Evidence(
                        same + " other parts go to the same address", SIBLING * Math.min(MOST_SIBLINGS, same));
                scores[pair.from()][pair.to()] = scores[pair.from()][pair.to()].with(evidence);
            }
        }
    }

    private static List<Leading> leading(ReadObject from, ReadObject to, PairScore[][] scores) {
        List<Leading> leading = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int best = -1;
            for (int j = 0; j < scores[i].length; j++) {
                boolean parts = from.family(i).equals(ADDRESS) && to.family(j).equals(ADDRESS);
                if (parts && (best < 0 || scores[i][j].logOdds() > scores[i][best].logOdds())) {
                    best = j;
                }
            }
            if (best >= 0 && scores[i][best].logOdds() > 0) {
                leading.add(new Leading(i, best));
            }
        }
        return leading;
    }
}
