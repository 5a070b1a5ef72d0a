package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crmmigration.testkit.simulator.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file in a body of {@code multipart/form-data}.
 *
 * @param fileName as the client named it; empty if it did not
 */
record Multipart(String fileName, byte[] content) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** Reads the part of a name, or refuses the request. */
    static Multipart part(Request request, String name) {
        String type = request.header("content-type");
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (type == null || !type.startsWith("multipart/form-data") || !boundary.find()) {
            throw ApiException.badRequest("The request body must be multipart/form-data");
        }
        // One character per byte, so that positions are those of the bytes.
        String body = new String(request.body(), ISO_8859_1);
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end >= 0 && part.substring(0, end).contains(" name=\"" + name + "\"")) {
                Matcher fileName = FILE_NAME.matcher(part.substring(0, end));
                String content = part.substring(end + 4, Math.max(end + 4, part.length() - 2));
                String given = fileName.find() ? fileName.group(1) : "";
                return new Multipart(new String(given.getBytes(ISO_8859_1), UTF_8), content.getBytes(ISO_8859_1));
            }
        }
        throw ApiException.badRequest(name + " is required");
    }

    /** Returns the media type of the image by its first bytes, or refuses what is no image. */
    String imageType() {
        String start = new String(content, 0, Math.min(8, content.length), ISO_8859_1);
        if (start.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        throw ApiException.badRequest("The file must be a GIF, JPG or PNG image");
    }

    /** Leaves out the content. */
    @Override
    public String toString() {
        return "Multipart[" + content.length + " bytes]";
    }
}
