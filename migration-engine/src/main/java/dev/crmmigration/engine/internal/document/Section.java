package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.List;

/** A part of a document under a heading of its own. */
record Section(String title, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }

    static Builder titled(String title) {
        return new Builder(title);
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

        private Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        Section build() {
            return new Section(title, blocks);
        }
    }
}
