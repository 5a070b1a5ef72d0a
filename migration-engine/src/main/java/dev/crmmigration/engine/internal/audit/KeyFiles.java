package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads keys from files. What stands in them is never part of a message. */
public final class KeyFiles {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private KeyFiles() {}

    public static PrivateKey privateKey(Path file) {
        KeySpec spec = new PKCS8EncodedKeySpec(block(
                file,
                "PRIVATE KEY",
                "a private key in PKCS #8 without a password. Make one with openssl genpkey -algorithm ed25519, or use a"
                        + " key store"));
        return first(file, factory -> factory.generatePrivate(spec));
    }

    public static PublicKey publicKey(Path file) {
        KeySpec spec = new X509EncodedKeySpec(
                block(file, "PUBLIC KEY", "a public key. Make it of the private key with openssl pkey -pubout"));
        return first(file, factory -> factory.generatePublic(spec));
    }

    /** Reads a private key and the public key of its certificate from a key store of PKCS #12. */
    public static KeyPair keyPair(Path file, String alias, Secret password) {
        char[] word = password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, word);
            Certificate certificate = store.getCertificate(alias);
            if (certificate != null && store.getKey(alias, word) instanceof PrivateKey key) {
                return new KeyPair(certificate.getPublicKey(), key);
            }
            throw new ConfigurationException("key store " + file + " has no private key under that alias");
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException("key store " + file + " cannot be opened: "
                    + e.getClass().getSimpleName() + ". Check that it is there, its type (PKCS #12) and its password");
        }
    }

    private static byte[] block(Path file, String type, String meaning) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException("key file " + file + " cannot be read. Check that it is there");
        }
        Matcher pem = PEM.matcher(text);
        while (pem.find()) {
            if (pem.group(1).equals(type)) {
                return Base64.getMimeDecoder().decode(pem.group(2));
            }
        }
        throw new ConfigurationException("key file " + file + " does not hold " + meaning);
    }

    private static <K> K first(Path file, KeyMaker<K> maker) {
        return ALGORITHMS.stream()
                .flatMap(algorithm -> made(algorithm, maker).stream())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "key file " + file + " holds no key of Ed25519, EC or RSA that can be read"));
    }

    private static <K> Optional<K> made(String algorithm, KeyMaker<K> maker) {
        try {
            return Optional.of(maker.make(KeyFactory.getInstance(algorithm)));
        } catch (GeneralSecurityException e) {
            // A key of another algorithm: the next one may read it.
            return Optional.empty();
        }
    }

    private interface KeyMaker<K> {
        K make(KeyFactory factory) throws GeneralSecurityException;
    }
}
