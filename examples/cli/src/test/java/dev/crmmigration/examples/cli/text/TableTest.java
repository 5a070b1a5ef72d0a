package dev.crmmigration.examples.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsNumbersRightAndTextLeft() {
        Table table = Table.of("object", "records").row("person", 1_234_567L).row("organization", 8);

        assertThat(table.lines(10))
                .containsExactly(
                        "object          records", // as wide as the widest cell
                        "person        1,234,567",
                        "organization          8");
    }

    @Test
    void leavesOutColumnsOfZeros_whenAsked() {
        Table table = Table.of("mapping", "created", "failed").row("A", 3, 0).withoutZeros();

        assertThat(table.lines(10)).containsExactly("mapping  created", "A              3");
    }

    @Test
    void cutsCellsThatAreTooLong() {
        Table table = Table.of("reason").row("x".repeat(200));

        assertThat(table.lines(10).get(1)).hasSize(72).endsWith("x...");
    }

    @Test
    void keepsEachRowOnOneLine_whenACellHasLineBreaks() {
        assertThat(Table.of("reason").row("one\n two").lines(10)).containsExactly("reason", "one two");
    }

    @Test
    void saysHowManyRowsAreLeftOut_whenThereAreTooMany() {
        Table table = Table.of("name");
        Collections.nCopies(30, "row").forEach(table::row);
        StringWriter out = new StringWriter();

        new Text(new PrintWriter(out)).table("Names", table);

        assertThat(out.toString().lines()).hasSize(29).endsWith("  ... and 5 more");
    }

    @Test
    void refusesARow_whenItHasTooFewCells() {
        Table table = Table.of("a", "b");

        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row needs 2 cells but has 1");
    }
}
