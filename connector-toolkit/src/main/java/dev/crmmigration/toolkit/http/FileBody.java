package dev.crmmigration.toolkit.http;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The bytes of a file, streamed through one small buffer. */
final class FileBody extends RequestBody {

    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int BUFFER = 16 * 1024;

    private final Upload upload;

    private FileBody(Upload upload) {
        this.upload = upload;
    }

    /** Returns the whole form. */
    static RequestBody form(Upload upload) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        upload.fields().forEach(form::addFormDataPart);
        return form.addFormDataPart(upload.part(), upload.fileName(), new FileBody(upload))
                .build();
    }

    @Override
    public MediaType contentType() {
        return BYTES;
    }

    @Override
    public long contentLength() {
        return upload.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = upload.size();
        try (InputStream bytes = open()) {
            for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
                left -= read;
                if (left < 0) {
                    break;
                }
                sink.write(buffer, 0, read);
            }
        }
        if (left != 0) {
            throw new ContentFailedException("the content does not have the size that it was said to have", null);
        }
    }

    private InputStream open() throws ContentFailedException {
        try {
            return upload.content().open();
        } catch (IOException e) {
            throw new ContentFailedException("the content could not be opened", e);
        }
    }

    private static int read(InputStream bytes, byte[] buffer) throws ContentFailedException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new ContentFailedException("the content could not be read", e);
        }
    }
}
