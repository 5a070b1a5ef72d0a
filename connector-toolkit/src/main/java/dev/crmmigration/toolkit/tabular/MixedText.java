package dev.crmmigration.toolkit.tabular;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text whose lines were written by different programs: UTF-8 where that is what they are, else Windows-1252. */
final class MixedText extends Reader {

    private static final int LONGEST_LINE = 1 << 22;

    private final InputStream in;
    private final GuessedLines guessed;
    private final CharsetDecoder strict =
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private final Charset other;
    private String line = "";
    private int position;
    private long number;

    MixedText(InputStream in, Charset other, GuessedLines guessed) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.other = other;
        this.guessed = guessed;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position == line.length() && !nextLine()) {
            return -1;
        }
        int count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, buffer, offset);
        position += count;
        return count;
    }

    private boolean nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        for (; next >= 0 && next != '\n' && bytes.size() < LONGEST_LINE; next = in.read()) {
            bytes.write(next);
        }
        if (next >= 0) {
            bytes.write(next);
        }
        number++;
        line = decoded(bytes.toByteArray());
        position = 0;
        return bytes.size() > 0;
    }

    private String decoded(byte[] bytes) {
        try {
            return strict.reset().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            guessed.add(number);
            return new String(bytes, other);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
