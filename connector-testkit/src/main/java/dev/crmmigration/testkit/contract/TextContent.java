package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The bytes of a text. */
record TextContent(String text) implements Content {

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes().length);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }
}
