package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.record.Content;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is sent of a file for one effect: all of it, one of the pieces into which a file that is too large is cut, the
 * note that says how to join them, or where the file is kept instead. Which one it is, is told by the part of the effect.
 *
 * @param rulePart the part of the mapping
 * @param number from 1; 0 for the note
 * @param count how many pieces there are; 1 if the file is sent whole; 0 if it is kept elsewhere
 */
public record FilePiece(String rulePart, int number, int count) {

    private static final int NOTE = 0;
    private static final int ELSEWHERE = 0;
    private static final String LINK = "~link";
    private static final Pattern PIECE = Pattern.compile("(.*)~([0-9]{1,6})of([0-9]{1,6})", Pattern.DOTALL);

    /** Returns what the part of an effect says. */
    public static FilePiece of(String part) {
        if (part.endsWith(LINK)) {
            return new FilePiece(part.substring(0, part.length() - LINK.length()), 1, ELSEWHERE);
        }
        Matcher piece = PIECE.matcher(part);
        return piece.matches()
                ? new FilePiece(piece.group(1), Integer.parseInt(piece.group(2)), Integer.parseInt(piece.group(3)))
                : new FilePiece(part, 1, 1);
    }

    /** Returns the parts of the effects that a file of some size owes, the note last. */
    public static List<String> parts(String rulePart, long size, long most) {
        if (size <= most) {
            return List.of(rulePart);
        }
        int count = Math.toIntExact((size + most - 1) / most);
        return IntStream.rangeClosed(1, count + 1)
                .mapToObj(number -> rulePart + "~" + (number > count ? NOTE : number) + "of" + count)
                .toList();
    }

    /** Returns the part of the effect of a file that is kept elsewhere. */
    public static String link(String rulePart) {
        return rulePart + LINK;
    }

    /** Tells whether the file is kept elsewhere. */
    public boolean isLink() {
        return count == ELSEWHERE;
    }

    public boolean isWhole() {
        return count == 1;
    }

    /** Tells whether this is the one piece by which a file is counted. */
    public boolean isFirst() {
        return number == 1;
    }

    String name(String fileName) {
        if (isWhole()) {
            return fileName;
        }
        if (isLink()) {
            return fileName + ".LINK.txt";
        }
        return number == NOTE ? fileName + ".HOWTO.txt" : pieceName(fileName, number);
    }

    /** Numbers have the same length, so that names sort in the order of the pieces. */
    private String pieceName(String fileName, int piece) {
        String digits = String.valueOf(piece);
        String zeros = "0".repeat(String.valueOf(count).length() - digits.length());
        return fileName + ".part" + zeros + digits + "of" + count;
    }

    /** Pieces are of one length, the last one of the rest: it follows from the number of pieces, whatever the limit is. */
    Content content(Content whole, long size, String fileName, String sha256, FileHost host) {
        if (isWhole()) {
            return whole;
        }
        if (isLink()) {
            return Slice.text(host.note(fileName, sha256, size));
        }
        if (number == NOTE) {
            return Slice.text(note(fileName, size, sha256));
        }
        long length = (size + count - 1) / count;
        long from = (number - 1) * length;
        return new Slice(whole, from, Math.min(length, size - from));
    }

    private String note(String fileName, long size, String sha256) {
        List<String> names = IntStream.rangeClosed(1, count)
                .mapToObj(piece -> pieceName(fileName, piece))
                .toList();
        return fileName + " is too large to be kept here in one piece. Download its " + count
                + " parts into one folder:\n\n" + String.join("\n", names)
                + "\n\nThen join them there.\n\nWindows:\ncopy /b \"" + String.join("\"+\"", names) + "\" \"" + fileName
                + "\"\n\nmacOS, Linux:\ncat "
                + String.join(" ", names.stream().map(FilePiece::quoted).toList()) + " > " + quoted(fileName)
                + "\n\nThe joined file has " + size + " bytes and the SHA-256\n" + sha256 + "\n";
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "'\\''") + "'";
    }
}
