package dev.crmmigration.engine.internal.document;

import java.util.List;

/** What a section is made of. */
sealed interface Block permits Block.Paragraph, Block.Items, Block.Figures, Block.Fold, Table, BarChart, FlowChart {

    record Paragraph(String text) implements Block {}

    record Items(String heading, List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A few numbers that say the most. */
    record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * What only some want to see: folded up where a form can do that.
     *
     * @param count how much is in it, in words
     */
    record Fold(String title, String count, List<Block> blocks) implements Block {
        public Fold {
            blocks = List.copyOf(blocks);
        }
    }

    /** A number, or a word, with what it stands for. */
    record Figure(String label, String value, Tone tone) {}

    /** How a person should take something; never told by colour alone. */
    enum Tone {
        PLAIN,
        GOOD,
        WAITS,
        BAD
    }
}
