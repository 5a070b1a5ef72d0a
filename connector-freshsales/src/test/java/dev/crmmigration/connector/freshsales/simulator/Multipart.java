package dev.crmmigration.connector.freshsales.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a body of {@code multipart/form-data} (RFC 7578). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);

    private final List<FormPart> parts;

    private Multipart(List<FormPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Takes a body apart; refuses the request if it is none of this kind or broken. */
    static Multipart of(Request request) {
        String type = request.header("content-type");
        Matcher matcher = BOUNDARY.matcher(type == null ? "" : type);
        if (!matcher.matches()) {
            throw ApiException.invalid("The content type must be multipart/form-data with a boundary");
        }
        String boundary = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new Multipart(parts(request.body(), "--" + boundary));
    }

    private static List<FormPart> parts(byte[] body, String delimiter) {
        byte[] first = delimiter.getBytes(UTF_8);
        byte[] next = ("\r\n" + delimiter).getBytes(UTF_8);
        List<FormPart> parts = new ArrayList<>();
        int position = startsWith(body, 0, first) ? first.length : after(body, 0, next);
        while (!startsWith(body, position, "--".getBytes(US_ASCII))) {
            // Between the delimiter and the end of its line there may be white space.
            int head = after(body, position, "\r\n".getBytes(US_ASCII));
            int end = indexOf(body, head, next);
            if (end < 0) {
                throw broken();
            }
            parts.add(part(body, head, end));
            position = end + next.length;
        }
        return parts;
    }

    private static FormPart part(byte[] body, int start, int end) {
        int headEnd = indexOf(body, start, END_OF_HEAD);
        if (headEnd < 0 || headEnd > end) {
            throw broken();
        }
        String head = new String(body, start, headEnd - start, UTF_8);
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                return FormPart.of(line, Arrays.copyOfRange(body, headEnd + END_OF_HEAD.length, end));
            }
        }
        throw broken();
    }

    private static int after(byte[] body, int from, byte[] wanted) {
        int position = indexOf(body, from, wanted);
        if (position < 0) {
            throw broken();
        }
        return position + wanted.length;
    }

    private static int indexOf(byte[] body, int from, byte[] wanted) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && startsWith(body, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] body, int from, byte[] wanted) {
        return from + wanted.length <= body.length
                && Arrays.equals(body, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static ApiException broken() {
        return ApiException.invalid("The body is not valid multipart/form-data");
    }

    Optional<FormPart> find(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    List<FormPart> parts() {
        return parts;
    }
}
