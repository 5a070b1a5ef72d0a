package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A part of a document under a heading of its own. */
record Section(String title, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }

    static Builder titled(String title) {
        return new Builder(title);
    }

    /** Returns the blocks with those that are folded up in their places. */
    List<Block> flat() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Fold fold ? fold.blocks().stream() : Stream.of(block))
                .toList();
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Collects blocks; those that say nothing are left out. */
    static final class Builder {
        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        Builder text(String sentence) {
            return add(new Block.Paragraph(sentence));
        }

        Builder list(String heading, List<String> items) {
            return items.isEmpty() ? this : add(new Block.Items(heading, items));
        }

        Builder figures(List<Block.Figure> figures) {
            return figures.isEmpty() ? this : add(new Block.Figures(figures));
        }

        Builder table(Table table) {
            return table.rows().isEmpty() ? this : add(table);
        }

        Builder bars(BarChart chart) {
            return chart.bars().isEmpty() ? this : add(chart);
        }

        Builder flow(FlowChart chart) {
            return chart.links().isEmpty() ? this : add(chart);
        }

        /** Folds a chart and a table about the same up under one title. */
        Builder fold(String name, BarChart chart, Table table) {
            if (table.rows().isEmpty()) {
                return this;
            }
            String count = Words.count(table.rows().size(), "row");
            List<Block> inner = chart.bars().isEmpty() ? List.of(table) : List.of(chart, table);
            return add(new Block.Fold(name, count, inner));
        }

        private Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        Section build() {
            return new Section(title, blocks);
        }
    }
}
