package dev.crmmigration.engine.internal.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A shipped list of words. */
final class WordList {

    private WordList() {}

    static Set<String> words(String name) {
        return lines(name).stream()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the lines that are no comments. */
    static List<String> lines(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
