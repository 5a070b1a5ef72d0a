package dev.crmmigration.engine.internal.expression.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChunkFunctionTest {

    @Test
    void keepsAShortTextWhole() {
        assertThat(Chunks.of("one two", 7)).containsExactly("one two");
        assertThat(Chunks.of("", 7)).isEmpty();
    }

    @Test
    void cutsAfterAParagraph_ratherThanAfterAWord() {
        assertThat(Chunks.of("<p>one two</p><p>three four</p>", 24))
                .containsExactly("<p>one two</p>", "<p>three four</p>");
    }

    @Test
    void cutsAfterAWord_whenTheOnlyLineEndIsFarBack() {
        assertThat(Chunks.of("a\nbbbb cccc dddd", 12)).containsExactly("a\nbbbb cccc ", "dddd");
    }

    @Test
    void cutsNoTag() {
        assertThat(Chunks.of("abcdefgh <a href=\"x y\">link</a>", 20))
                .containsExactly("abcdefgh ", "<a href=\"x y\">link", "</a>");
    }

    @Test
    void countsBytesAndCutsNoCharacter() {
        assertThat(Chunks.of("ääää", 4)).containsExactly("ää", "ää");
        assertThat(Chunks.of("😀😀", 7)).containsExactly("😀", "😀");
    }

    @RepeatedTest(200)
    void losesNothingAndKeepsToTheSize(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        List<String> bits = List.of("word ", "<p>", "</p>", "<br>", "\n", "ä", "😀", "<a href=\"", ">", "<", " ");
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(bits.get(random.nextInt(bits.size())));
        }
        int bytes = 4 + random.nextInt(60);

        List<String> pieces = Chunks.of(text.toString(), bytes);

        assertThat(String.join("", pieces)).isEqualTo(text.toString());
        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece).isNotEmpty();
            assertThat(piece.getBytes(UTF_8).length).isLessThanOrEqualTo(bytes);
        });
    }
}
