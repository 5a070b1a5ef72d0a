package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which calls an app may make with what it was granted. */
final class Scopes {

    private static final String EVERY_METHOD = "*";

    private final List<Line> lines = lines();
    private final Set<String> granted;

    Scopes(String granted) {
        this.granted = Set.of(granted.strip().split("\\s+", -1));
    }

    private static List<Line> lines() {
        try (InputStream in = Scopes.class.getResourceAsStream("scopes.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Line(cells[0], Pattern.compile(cells[1]), Set.of(cells[2].split(" ", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read scopes.tsv", e);
        }
    }

    boolean allow(Endpoint endpoint) {
        return of(endpoint).stream().anyMatch(granted::contains);
    }

    /** Returns the scopes of which a call needs one. */
    Set<String> of(Endpoint endpoint) {
        return lines.stream()
                .filter(line -> line.fits(endpoint))
                .findFirst()
                .map(Line::scopes)
                .orElse(Set.of());
    }

    private record Line(String method, Pattern path, Set<String> scopes) {

        boolean fits(Endpoint endpoint) {
            return (method.equals(EVERY_METHOD) || method.equals(endpoint.method()))
                    && path.matcher(endpoint.template()).matches();
        }
    }
}
