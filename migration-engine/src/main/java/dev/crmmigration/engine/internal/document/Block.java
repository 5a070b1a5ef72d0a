package dev.crmmigration.engine.internal.document;

import java.util.List;

/** What a section is made of. */
sealed interface Block permits Block.Paragraph, Block.Items, Block.Figures, Table, BarChart, FlowChart {

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
