package dev.crmmigration.engine.internal.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The cards of all records of an object, on disk; each is found by its place. Not thread-safe. */
final class CardFile implements AutoCloseable {

    private static final int LENGTH = Integer.BYTES;
    private static final int BUFFER = 1 << 16;
    private static final int GUESS = 512;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long end;

    CardFile(Path folder) {
        try {
            file = Files.createTempFile(folder, "profile-", ".cards");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a file for comparing in the workspace", e);
        }
    }

    /** Adds a card and returns its place. */
    long add(Card card) {
        byte[] bytes = card.encode().getBytes(StandardCharsets.UTF_8);
        long place = end;
        if (pending.remaining() < LENGTH + bytes.length) {
            flush();
        }
        boolean isLarge = bytes.length + LENGTH > pending.remaining();
        ByteBuffer target = isLarge ? ByteBuffer.allocate(bytes.length + LENGTH) : pending;
        target.putInt(bytes.length).put(bytes);
        if (isLarge) {
            write(target);
        }
        end += LENGTH + bytes.length;
        return place;
    }

    private void flush() {
        write(pending);
        pending.clear();
    }

    private void write(ByteBuffer bytes) {
        try {
            bytes.flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file for comparing in the workspace", e);
        }
    }

    /** Makes all that was added readable; nothing can be added after it. */
    void finish() {
        flush();
    }

    Card read(long place) {
        ByteBuffer start = ByteBuffer.allocate(GUESS);
        fill(start, place);
        int length = start.getInt(0);
        if (length + LENGTH > GUESS) {
            start = ByteBuffer.allocate(length + LENGTH);
            fill(start, place);
        }
        return Card.decode(new String(start.array(), LENGTH, length, StandardCharsets.UTF_8));
    }

    private void fill(ByteBuffer bytes, long place) {
        try {
            long at = place;
            for (int read = 0; bytes.hasRemaining() && read >= 0; at += Math.max(0, read)) {
                read = channel.read(bytes, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file for comparing in the workspace", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a file for comparing in the workspace", e);
        }
    }
}
