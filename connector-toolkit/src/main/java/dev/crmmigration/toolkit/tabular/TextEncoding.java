package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written.
 *
 * @param charset the encoding
 * @param markBytes the length of the byte order mark
 * @param rule what was found, if it is not UTF-8 without a mark
 * @param proven whether every byte of the file was checked to be UTF-8
 * @param ended whether the file ends with a line end
 * @param clean whether it surely has no control characters but for tabs and line ends
 */
record TextEncoding(Charset charset, int markBytes, Optional<Rule> rule, boolean proven, boolean ended, boolean clean) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 1 << 12;
    private static final double MANY_NULS = 0.3;

    /** Finds the encoding: the byte order mark decides, then NULs, then UTF-8 if all of the file is, else Windows-1252. */
    static TextEncoding of(ByteSource file) throws IOException {
        byte[] start;
        try (InputStream in = file.open()) {
            start = in.readNBytes(SAMPLE);
        }
        TextEncoding wide = wide(start);
        if (wide != null) {
            return wide;
        }
        try (InputStream in = file.open()) {
            Utf8Check check = Utf8Check.of(in);
            int mark = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            if (check.isUtf8()) {
                Optional<Rule> rule = mark > 0 ? Optional.of(Rule.ENC_BOM) : Optional.empty();
                return new TextEncoding(
                        StandardCharsets.UTF_8, mark, rule, true, check.endsWithLineEnd(), !check.hasControl());
            }
            boolean mixed = mark > 0 || check.hasMultiByte();
            return new TextEncoding(
                    mixed ? StandardCharsets.UTF_8 : WINDOWS,
                    mark,
                    Optional.of(mixed ? Rule.ENC_MIXED : Rule.ENC_1252),
                    false,
                    check.endsWithLineEnd(),
                    !check.hasControl());
        }
    }

    /** Encodings of two and four bytes a letter; those of four have a mark that begins like one of two. */
    private static @Nullable TextEncoding wide(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
            return marked("UTF-32LE", 4);
        }
        if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
            return marked("UTF-32BE", 4);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return marked("UTF-16BE", 2);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return marked("UTF-16LE", 2);
        }
        double enough = MANY_NULS * start.length / 2;
        if (start.length >= 4 && nuls(start, 1) >= enough && nuls(start, 0) < enough) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, Optional.of(Rule.ENC_UTF16), false, true, false);
        }
        if (start.length >= 4 && nuls(start, 0) >= enough && nuls(start, 1) < enough) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, Optional.of(Rule.ENC_UTF16), false, true, false);
        }
        return null;
    }

    private static TextEncoding marked(String charset, int bytes) {
        return new TextEncoding(Charset.forName(charset), bytes, Optional.of(Rule.ENC_BOM), false, true, false);
    }

    private static int nuls(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Opens the text after the byte order mark; what is not text in the encoding becomes U+FFFD. */
    Reader open(ByteSource file, GuessedLines guessed) throws IOException {
        InputStream in = file.open();
        try {
            in.skipNBytes(markBytes);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        if (rule.filter(Rule.ENC_MIXED::equals).isPresent()) {
            return new MixedText(in, WINDOWS, guessed);
        }
        if (proven) {
            return new Utf8Reader(in);
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(in, decoder);
    }

    /** Tells whether the encoding is only the best guess for bytes that name none. */
    boolean isGuess() {
        return charset.equals(WINDOWS);
    }
}
