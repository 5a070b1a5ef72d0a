package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of an export that becomes a later one, and what a delta made of it. */
final class ExportCopy {

    private ExportCopy() {}

    /** Returns what was created, updated and deleted by each mapping that did anything. */
    static List<String> changes(RunReport delta) {
        return delta.mappings().stream()
                .filter(counts -> counts.created() + counts.updated() + counts.deleted() > 0)
                .map(counts -> counts.mapping() + " created " + counts.created() + " updated " + counts.updated()
                        + " deleted " + counts.deleted())
                .toList();
    }

    static void edit(Path file, UnaryOperator<String> change) {
        try {
            String text = Files.readString(file);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(file, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
