package dev.crmmigration.testkit.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the live API is known to differ from its document. Safe for use by several threads.
 *
 * <p>A file holds one difference a line, in five columns parted by tabs: operation, {@code request} or {@code reply}, pointer, rule, and
 * where that is known from. In the operation {@code *} stands for any text. In the pointer {@code *} stands for any step, {@code **}
 * for any number of steps, and <code>{pattern}</code> for a step that matches a regular expression. Lines that begin with {@code #} and
 * empty ones are comments.
 */
public final class KnownDifferences {

    static final KnownDifferences NONE = new KnownDifferences(List.of());

    private final List<Difference> differences;
    private final Set<Difference> used = ConcurrentHashMap.newKeySet();
    /** A page of a list shows the same few kinds of violation hundreds of times; there are as many kinds as operations. */
    private final Map<Kind, List<Difference>> byKind = new ConcurrentHashMap<>();

    private record Kind(Violation.Side side, String operation, String rule) {

        static Kind of(Violation violation) {
            return new Kind(violation.side(), violation.operation(), violation.rule());
        }
    }

    private KnownDifferences(List<Difference> differences) {
        this.differences = List.copyOf(differences);
    }

    /**
     * Reads a file and closes it.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static KnownDifferences read(InputStream file) {
        List<Difference> differences = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    differences.add(Difference.parse(line, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownDifferences(differences);
    }

    /**
     * Reads the file {@code openapi-exceptions.tsv} beside a class.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KnownDifferences beside(Class<?> home) {
        InputStream file = home.getResourceAsStream("openapi-exceptions.tsv");
        if (file == null) {
            throw new IllegalArgumentException("there is no openapi-exceptions.tsv beside " + home.getName());
        }
        return read(file);
    }

    /** Tells whether a violation is known, and remembers what it was known by. */
    boolean cover(Violation violation) {
        boolean known = false;
        for (Difference difference : byKind.computeIfAbsent(Kind.of(violation), kind -> about(violation))) {
            if (difference.coversPointerOf(violation)) {
                used.add(difference);
                known = true;
            }
        }
        return known;
    }

    private List<Difference> about(Violation violation) {
        return differences.stream()
                .filter(difference -> difference.coversKindOf(violation))
                .toList();
    }

    /** Returns the differences that no judged exchange has shown so far, as lines of the file without their source. */
    public List<String> unused() {
        return differences.stream()
                .filter(difference -> !used.contains(difference))
                .map(Difference::toString)
                .toList();
    }
}
