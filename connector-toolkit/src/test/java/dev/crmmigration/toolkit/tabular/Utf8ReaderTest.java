package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

    /** Gives a few bytes at a time, as a network or an archive may. */
    private static InputStream slow(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }

    private static String read(InputStream in, int atOnce) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[atOnce];
        try (Utf8Reader reader = new Utf8Reader(in)) {
            for (int read = reader.read(buffer, 0, atOnce); read >= 0; read = reader.read(buffer, 0, atOnce)) {
                assertThat(read).isPositive();
                text.append(buffer, 0, read);
            }
        }
        return text.toString();
    }

    private static String letters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            int kind = random.nextInt(20);
            text.appendCodePoint(
                    kind == 0
                            ? 0x80 + random.nextInt(0x700)
                            : kind == 1 ? 0x4E00 + random.nextInt(0x2000) : kind == 2 ? 0x1F600 : 32 + random.nextInt(95));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 8_192, 100_000})
    void readsLettersOfAllLengths_howeverManyAtOnce(int atOnce) throws IOException {
        String text = letters(new Random(7));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(read(slow(bytes, 100_000), atOnce)).isEqualTo(text);
        assertThat(read(slow(bytes, atOnce), 1_000)).isEqualTo(text);
    }

    @Test
    void endsAtOnce_whenTheFileIsEmpty() throws IOException {
        assertThat(read(slow(new byte[0], 8), 8)).isEmpty();
    }

    @Test
    void showsWhatIsNoText_whenTheFileHasChangedSince() throws IOException {
        byte[] bytes = {'a', (byte) 0xC3, 'b', (byte) 0x80, 'c', (byte) 0xE2, (byte) 0x82};

        assertThat(read(slow(bytes, 3), 4)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uFFFD");
    }
}
