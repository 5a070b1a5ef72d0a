package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crmmigration.testkit.simulator.FormPart;
import dev.crmmigration.testkit.simulator.Multipart;
import dev.crmmigration.testkit.simulator.Request;

/**
 * An image that a form has brought. Only what it is and how large it is counts, so that is all that is kept.
 *
 * @param mediaType by its first bytes
 */
record Image(String fileName, String mediaType, int size) {

    /** Reads a part of a form; refuses what is no GIF, JPG or PNG. */
    static Image part(Request request, String name) {
        FormPart part = Multipart.of(request, ApiException::badRequest)
                .find(name)
                .orElseThrow(() -> ApiException.badRequest(name + " is required"));
        byte[] content = part.content();
        String fileName = part.fileName() == null ? "" : part.fileName();
        return new Image(fileName, mediaType(content), content.length);
    }

    private static String mediaType(byte[] content) {
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

    String extension() {
        return mediaType.substring(mediaType.indexOf('/') + 1);
    }
}
