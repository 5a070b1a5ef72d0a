package dev.crmmigration.connector.nextcrm.files;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests without a body for S3: signature version 4 ("Signature Calculations for the Authorization Header", AWS S3
 * API reference).
 */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final S3Access access;

    S3Signature(S3Access access) {
        this.access = access;
    }

    /** Returns the headers of a GET of an address that {@link #address} gave, but for the host. */
    Map<String, String> headers(URI address, Instant now) {
        String stamp = STAMP.format(now);
        String scope = stamp.substring(0, 8) + "/" + access.region() + "/s3/aws4_request";
        String emptyBody = hex(sha256(""));
        String request = "GET\n" + address.getRawPath() + "\n\nhost:" + host(address) + "\nx-amz-content-sha256:"
                + emptyBody + "\nx-amz-date:" + stamp + "\n\n" + SIGNED + "\n" + emptyBody;
        String toSign = ALGORITHM + "\n" + stamp + "\n" + scope + "\n" + hex(sha256(request));
        byte[] key = hmac(utf8("AWS4" + access.secretKey().reveal()), stamp.substring(0, 8));
        key = hmac(hmac(hmac(key, access.region()), "s3"), "aws4_request");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-content-sha256", emptyBody);
        headers.put("x-amz-date", stamp);
        headers.put(
                "Authorization",
                ALGORITHM + " Credential=" + access.accessKey() + "/" + scope + ", SignedHeaders=" + SIGNED
                        + ", Signature=" + hex(hmac(key, toSign)));
        return headers;
    }

    /** Returns the address of a key, with the bucket in the path. */
    URI address(String key) {
        StringBuilder path = new StringBuilder();
        for (byte letter : utf8("/" + access.bucket() + "/" + key)) {
            char plain = (char) (letter & 0xff);
            boolean isPlain = (plain >= 'A' && plain <= 'Z')
                    || (plain >= 'a' && plain <= 'z')
                    || (plain >= '0' && plain <= '9')
                    || "-._~/".indexOf(plain) >= 0;
            path.append(isPlain ? String.valueOf(plain) : String.format(Locale.ROOT, "%%%02X", letter & 0xff));
        }
        return URI.create(access.endpoint().getScheme() + "://" + host(access.endpoint()) + path);
    }

    /** The port is part of the host unless it is the scheme's own. */
    private static String host(URI address) {
        int port = address.getPort();
        boolean isOwn = port < 0 || port == (address.getScheme().equals("https") ? 443 : 80);
        return address.getHost() + (isOwn ? "" : ":" + port);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
