package dev.crmmigration.examples.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.internal.matching.Match;
import dev.crmmigration.engine.internal.matching.Matcher;
import dev.crmmigration.engine.internal.matching.Tier;
import dev.crmmigration.examples.benchmarks.LabelledSchemas.Pair;
import dev.crmmigration.examples.benchmarks.MatchingFigures.Counts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How good the proposals of the field matcher are, on a folder of labelled CRM schemas. */
public final class MatchingQuality {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    private MatchingQuality(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param arguments the folder; then, if wanted, the split ({@code all} if nothing is said) and a file for the proposals,
     *     one JSON object a line
     */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("usage: MatchingQuality FOLDER [SPLIT|all] [PROPOSALS.jsonl]");
            System.exit(2);
        }
        String split = arguments.length > 1 ? arguments[1] : "all";
        Map<Pair, List<Match>> proposals = propose(new LabelledSchemas(Path.of(arguments[0])).pairs(split));
        new MatchingQuality(System.out).print(proposals);
        if (arguments.length > 2) {
            write(proposals, Path.of(arguments[2]));
        }
    }

    private static Map<Pair, List<Match>> propose(List<Pair> pairs) {
        Matcher matcher = new Matcher();
        Map<Pair, List<Match>> proposals = new LinkedHashMap<>();
        pairs.forEach(pair -> proposals.put(pair, matcher.match(pair.sourceObject(), pair.targetObject())));
        return proposals;
    }

    private void print(Map<Pair, List<Match>> proposals) {
        MatchingFigures figures = figures(proposals, Optional.empty());
        Counts all = figures.all();
        line(
                "precision %.3f, recall %.3f, F1 %.3f, macro F1 %.3f",
                all.precision(), all.recall(), all.f1(), figures.macroF1());
        line("right %d, wrong %d, missed %d", all.right(), all.wrong(), all.missed());
        line("without a counterpart and left alone %.3f", all.leftAlone());
        line("calibration error %.3f", figures.calibrationError());
        for (Tier tier : List.of(Tier.AUTO, Tier.CONFIRM)) {
            Counts counts = figures(proposals, Optional.of(tier)).all();
            line(
                    "%s: precision %.3f, share of all matches %.3f, %d proposals",
                    tier, counts.precision(), counts.recall(), counts.right() + counts.wrong());
        }
        figures.kinds().forEach(this::line);
        figures.pairs().forEach(this::line);
        figures.wrong().forEach(wrong -> line("wrong: %s", wrong));
    }

    private static MatchingFigures figures(Map<Pair, List<Match>> proposals, Optional<Tier> tier) {
        MatchingFigures figures = new MatchingFigures();
        proposals.forEach((pair, matches) -> figures.add(pair, matches, tier));
        return figures;
    }

    private void line(String name, Counts counts) {
        line("%s: precision %.3f, recall %.3f, F1 %.3f", name, counts.precision(), counts.recall(), counts.f1());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static void write(Map<Pair, List<Match>> proposals, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        proposals.forEach((pair, matches) -> matches.stream()
                .filter(match -> match.target().isPresent())
                .map(match -> row(pair, match).toString())
                .forEach(lines::add));
        Files.write(file, lines);
    }

    private static ObjectNode row(Pair pair, Match match) {
        return JSON.createObjectNode()
                .put("source", pair.source())
                .put("target", pair.target())
                .put("sourceObject", pair.sourceObject().name())
                .put("targetObject", pair.targetObject().name())
                .put("s", match.source())
                .put("t", match.target().orElseThrow())
                .put("confidence", match.confidence())
                .put("decision", match.tier().name().toLowerCase(Locale.ROOT));
    }
}
