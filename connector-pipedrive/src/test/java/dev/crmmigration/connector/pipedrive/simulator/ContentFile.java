package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Keeps the bytes of files in the state file, in pieces that no parser finds too long. */
final class ContentFile {

    static final String MEMBER = "fileContents";

    private static final int PIECE = 1024 * 1024;

    private final FileContents contents;

    ContentFile(FileContents contents) {
        this.contents = contents;
    }

    void write(OutputStream out) throws IOException {
        out.write(Replies.bytes(",\n\"" + MEMBER + "\":{"));
        String separator = "\n";
        for (Map.Entry<Long, byte[]> file : contents.all().entrySet()) {
            out.write(Replies.bytes(separator + "\"" + file.getKey() + "\":["));
            write(out, file.getValue());
            out.write(Replies.bytes("]"));
            separator = ",\n";
        }
        out.write(Replies.bytes("}"));
    }

    private static void write(OutputStream out, byte[] content) throws IOException {
        for (int start = 0; start < content.length; start += PIECE) {
            byte[] piece = Arrays.copyOfRange(content, start, Math.min(content.length, start + PIECE));
            out.write(Replies.bytes((start == 0 ? "\"" : ",\"")));
            out.write(Base64.getEncoder().encode(piece));
            out.write(Replies.bytes("\""));
        }
    }

    /** Reads the contents; the parser stands on the name of the member. */
    void read(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            long id = Long.parseLong(parser.currentName());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                content.writeBytes(parser.getBinaryValue());
            }
            contents.put(id, content.toByteArray());
        }
    }
}
