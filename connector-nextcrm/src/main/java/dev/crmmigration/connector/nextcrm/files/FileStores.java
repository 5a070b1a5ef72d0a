package dev.crmmigration.connector.nextcrm.files;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.ConnectorException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Fetches files: by key from the store, else from their old address, if its host is allowed. Used by several threads. */
public final class FileStores {

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Optional<S3Access> access;
    private final Optional<S3Signature> signature;
    private final Set<String> hosts;
    private final HttpSettings http;
    private final Clock clock;

    /**
     * @param access the store; empty if there is none to read from
     * @param hosts the hosts, in small letters, that files may be fetched from by address
     */
    public FileStores(Optional<S3Access> access, Set<String> hosts, HttpSettings http, Clock clock) {
        this.access = access;
        this.signature = access.map(S3Signature::new);
        this.hosts = Set.copyOf(hosts);
        this.http = http;
        this.clock = clock;
    }

    /** Returns what cannot be fetched whatever the files are. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (access.isEmpty()) {
            gaps.add("setting 's3Endpoint' names no store, so files can only be had from the addresses of 'fileHosts'");
        }
        if (hosts.isEmpty()) {
            gaps.add("setting 'fileHosts' allows no host, so files that lie outside the store cannot be had");
        }
        return gaps;
    }

    /** Asks the store for a file that nobody has, to learn whether it knows bucket and key. */
    public void check() {
        if (signature.isEmpty()) {
            return;
        }
        URI address = signature.get().address("crm-migration-check-of-access");
        try (Download answer = get(address)) {
            int status = answer.status();
            String words = status >= 400 ? answer.complaint() : "";
            if (words.contains("NoSuchBucket")) {
                throw new ConfigurationException(
                        "setting 's3Bucket' names a bucket that the store does not have. Take MINIO_BUCKET of NextCRM");
            }
            if (words.contains("InvalidAccessKeyId") || words.contains("SignatureDoesNotMatch")) {
                throw new ConfigurationException(
                        "the store of setting 's3Endpoint' refuses 's3AccessKey' with"
                                + " 's3SecretKey' for region 's3Region'. Take MINIO_ACCESS_KEY and MINIO_SECRET_KEY of NextCRM");
            }
            if (status >= 500) {
                throw RetryableConnectorException.of("the store answers " + status + ". It may answer later", null);
            }
        } catch (IOException e) {
            throw RetryableConnectorException.of(
                    "the store of setting 's3Endpoint' cannot be reached. Check the address and that it runs", e);
        }
    }

    /**
     * Returns the bytes of a file.
     *
     * @throws FatalConnectorException if no place has it that may be asked
     * @throws RetryableConnectorException if a place may have it later
     */
    public Content open(StoredFile file) {
        List<URI> places = places(file);
        for (URI place : places) {
            Optional<OptionalLong> size = look(place);
            if (size.isPresent()) {
                return new Remote(place, size.get());
            }
        }
        throw new FatalConnectorException(
                places.isEmpty()
                        ? "the file lies nowhere that may be asked. Give settings 's3Endpoint' or 'fileHosts'"
                        : "no store has the file. It was never uploaded, or was deleted");
    }

    private List<URI> places(StoredFile file) {
        List<URI> places = new ArrayList<>();
        if (!file.key().isEmpty()) {
            signature.map(one -> one.address(file.key())).ifPresent(places::add);
        }
        allowed(file.url()).ifPresent(places::add);
        return places;
    }

    /** Only https, but for this computer: whoever can write an address into a record must not reach other places. */
    private Optional<URI> allowed(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
            boolean isSecure = "https".equalsIgnoreCase(address.getScheme())
                    || ("http".equalsIgnoreCase(address.getScheme())
                            && Set.of("localhost", "127.0.0.1").contains(host));
            boolean isPlain = address.getUserInfo() == null;
            return isSecure && isPlain && hosts.contains(host) ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the size if the file is there; empty if it is not. */
    private Optional<OptionalLong> look(URI place) {
        try (Download answer = get(place)) {
            int status = answer.status();
            if (status == 200) {
                return Optional.of(answer.length() < 0 ? OptionalLong.empty() : OptionalLong.of(answer.length()));
            }
            if (status >= 500 || status == 408 || status == 429) {
                throw later(status);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw RetryableConnectorException.of("a store of files cannot be reached. It may answer later", e);
        }
    }

    private static ConnectorException later(int status) {
        return RetryableConnectorException.of("a store of files answers " + status + ". It may answer later", null);
    }

    /** Follows to allowed hosts only. */
    private Download get(URI place) throws IOException {
        URI at = place;
        for (int i = 0; ; i++) {
            Download answer = Download.of(at, headers(at), http);
            if (!REDIRECTS.contains(answer.status()) || i == MOST_REDIRECTS) {
                return answer;
            }
            Optional<URI> next = allowed(at.resolve(answer.location()).toString());
            if (next.isEmpty()) {
                return answer;
            }
            answer.close();
            at = next.get();
        }
    }

    /** Requests are signed for the store alone. */
    private Map<String, String> headers(URI place) {
        boolean isStore = access.isPresent()
                && place.getAuthority().equals(access.get().endpoint().getAuthority())
                && place.getRawPath().startsWith("/" + access.get().bucket() + "/");
        return isStore ? signature.get().headers(place, clock.instant()) : Map.of();
    }

    /** A file at its place; every opening is a call of its own. */
    private final class Remote implements Content {

        private final URI place;
        private final OptionalLong size;

        Remote(URI place, OptionalLong size) {
            this.place = place;
            this.size = size;
        }

        @Override
        public OptionalLong size() {
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            Download answer = get(place);
            if (answer.status() != 200) {
                answer.close();
                throw new IOException("the store answers " + answer.status() + " for a file that was there");
            }
            return answer.body();
        }
    }
}
