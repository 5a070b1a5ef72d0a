package dev.crmmigration.connector.nextcrm.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that PostgreSQL's md5 gives, for ids that both sides can tell; it protects nothing. */
final class Md5 {

    private Md5() {}

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
