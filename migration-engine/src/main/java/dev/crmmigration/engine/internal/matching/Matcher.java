package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.matching.PairScorer.Read;
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

    /** The parts of an address go where the other parts of the same address go. */
    private static void siblings(ReadObject from, ReadObject to, PairScore[][] scores) {
        List<int[]> leading = leading(from, to, scores);
        List<Object[]> raised = new ArrayList<>();
        for (int[] pair : leading) {
            long same = leading.stream()
                    .filter(other -> other[0] != pair[0]
                            && from.roles(other[0]).equals(from.roles(pair[0]))
                            && to.roles(other[1]).equals(to.roles(pair[1])))
                    .count();
            if (same > 0) {
                double weight = SIBLING * Math.min(MOST_SIBLINGS, same);
                Evidence evidence = new Evidence(same + " other parts go to the same address", weight);
                raised.add(new Object[] {pair, evidence});
            }
        }
        raised.forEach(one -> {
            int[] pair = (int[]) one[0];
            scores[pair[0]][pair[1]] = scores[pair[0]][pair[1]].with((Evidence) one[1]);
        });
    }

    private static List<int[]> leading(ReadObject from, ReadObject to, PairScore[][] scores) {
        List<int[]> leading = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int best = -1;
            for (int j = 0; j < scores[i].length; j++) {
                boolean parts = from.family(i).equals(ADDRESS) && to.family(j).equals(ADDRESS);
                if (parts && (best < 0 || scores[i][j].logOdds() > scores[i][best].logOdds())) {
                    best = j;
                }
            }
            if (best >= 0 && scores[i][best].logOdds() > 0) {
                leading.add(new int[] {i, best});
            }
        }
        return leading;
    }

    /** Returns what the fields of an object stand for, for tests and for those who write the lexicon. */
    List<String> readings(ObjectFacts object) {
        List<String> lines = new ArrayList<>();
        for (Read read : new ReadObject(lexicon, object).fields()) {
            lines.add(read.field().name() + " " + read.readings());
        }
        return lines;
    }
}
