package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a body of {@code multipart/form-data} (RFC 7578). */
public final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);

    private final List<FormPart> parts;

    private Multipart(List<FormPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Takes a body apart.
     *
     * @param refusal makes, of a sentence, what is thrown if the body is none of this kind or broken: each platform
     *     answers in its own way
     */
    public static Multipart of(Request request, Function<String, ? extends RuntimeException> refusal) {
        String type = request.header("content-type");
        Matcher matcher = BOUNDARY.matcher(type == null ? "" : type);
        if (!matcher.matches()) {
            throw refusal.apply("The content type must be multipart/form-data with a boundary");
        }
        String boundary = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return parts(request.body(), "--" + boundary)
                .map(Multipart::new)
                .orElseThrow(() -> refusal.apply("The body is not valid multipart/form-data"));
    }

    /** Returns the parts, or nothing if the body is broken. */
    private static Optional<List<FormPart>> parts(byte[] body, String delimiter) {
        byte[] first = delimiter.getBytes(UTF_8);
        byte[] next = ("\r\n" + delimiter).getBytes(UTF_8);
        List<FormPart> parts = new ArrayList<>();
        int position = startsWith(body, 0, first) ? first.length : after(body, 0, next);
        while (position >= 0 && !startsWith(body, position, "--".getBytes(US_ASCII))) {
            // Between the delimiter and the end of its line there may be white space.
            int head = after(body, position, "\r\n".getBytes(US_ASCII));
            int end = head < 0 ? -1 : indexOf(body, head, next);
            Optional<FormPart> part = end < 0 ? Optional.empty() : part(body, head, end);
            part.ifPresent(parts::add);
            position = part.isPresent() ? end + next.length : -1;
        }
        return position < 0 ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<FormPart> part(byte[] body, int start, int end) {
        int headEnd = indexOf(body, start, END_OF_HEAD);
        if (headEnd < 0 || headEnd > end) {
            return Optional.empty();
        }
        String head = new String(body, start, headEnd - start, UTF_8);
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .map(line -> FormPart.of(line, Arrays.copyOfRange(body, headEnd + END_OF_HEAD.length, end)));
    }

    private static int after(byte[] body, int from, byte[] wanted) {
        int position = indexOf(body, from, wanted);
        return position < 0 ? -1 : position + wanted.length;
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

    /** Returns the first part of that name. */
    public Optional<FormPart> find(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Returns all parts in their order. */
    public List<FormPart> parts() {
        return parts;
    }
}
