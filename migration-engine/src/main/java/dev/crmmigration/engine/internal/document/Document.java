package dev.crmmigration.engine.internal.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A document, whatever form it is given.
 *
 * @param name as it is asked for, such as {@code gap-report}
 * @param about one sentence: what it is for
 */
public record Document(String name, String title, String about, List<Section> sections) {

    public Document {
        sections = List.copyOf(sections);
    }

    /** Returns its tables, in order. */
    List<Table> tables() {
        return sections.stream()
                .flatMap(section -> section.flat().stream())
                .flatMap(block -> block instanceof Table table ? Stream.of(table) : Stream.empty())
                .toList();
    }
}
